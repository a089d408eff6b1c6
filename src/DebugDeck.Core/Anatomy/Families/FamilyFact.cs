using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>The family of a base image, and what says so.</summary>
/// <param name="Id">The rule's id, the sanitised <c>ID</c> of an os-release that no rule knows, or <c>unknown</c>.</param>
/// <param name="Name">What people call it.</param>
public sealed record FamilyFact(string Id, string Name)
{
    public const string UnknownId = "unknown";

    public static FamilyFact Unknown { get; } = new(UnknownId, "unknown");

    /// <summary>For a column of a table.</summary>
    public string ColumnName { get; init; } = Id;

    public string? Version { get; init; }

    public string? Variant { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What says otherwise: a label, a name or a text file that the rest does not bear out.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];
}
