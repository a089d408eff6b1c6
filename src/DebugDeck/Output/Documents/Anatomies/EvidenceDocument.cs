using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Output.Documents.Anatomies;

/// <summary>One thing that was looked at.</summary>
internal sealed record EvidenceDocument(string Source, string? Path, string Detail)
{
    public static IReadOnlyList<EvidenceDocument> From(IEnumerable<Evidence> evidence) => [.. evidence.Select(one => new EvidenceDocument(one.Source, one.Path, one.Detail))];
}
