using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Summary;

namespace DebugDeck.Output.Documents.Anatomies;

/// <summary>What <c>compare -o json</c> prints.</summary>
internal sealed record CompareDocument(int SchemaVersion, InspectDocument Left, InspectDocument Right, bool Same, IReadOnlyList<DifferenceDocument> Differences)
{
    public static CompareDocument From(TargetAnatomy left, TargetAnatomy right, IReadOnlyList<AnatomyDifference> lines) => new(
        1,
        InspectDocument.From(left),
        InspectDocument.From(right),
        lines.All(line => line.IsSame),
        [.. lines.Where(line => !line.IsSame).Select(line => new DifferenceDocument(line.Label, line.Left, line.Right))]);
}

/// <summary>A line in which they differ.</summary>
internal sealed record DifferenceDocument(string Field, string Left, string Right);
