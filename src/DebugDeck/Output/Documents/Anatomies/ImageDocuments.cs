using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Builders;
using DebugDeck.Core.Anatomy.Families;

namespace DebugDeck.Output.Documents.Anatomies;

/// <summary>Which image it is.</summary>
internal sealed record ImageDocument(string Reference, string Digest, DateTime? Created, long? SizeBytes, string Architecture)
{
    public static ImageDocument From(ImageIdentity image) => new(image.Reference, image.Digest, image.Created?.UtcDateTime, image.SizeBytes, image.Architecture);
}

/// <summary>The family of its base.</summary>
internal sealed record FamilyDocument(
    string Id,
    string Name,
    string? Version,
    string? Variant,
    string Confidence,
    IReadOnlyList<EvidenceDocument> Evidence,
    IReadOnlyList<ContradictionDocument> Contradictions)
{
    public static FamilyDocument From(FamilyFact family) => new(
        family.Id,
        family.Name,
        family.Version,
        family.Variant,
        DocumentWord.Of(family.Confidence),
        EvidenceDocument.From(family.Evidence),
        [.. family.Contradictions.Select(other => new ContradictionDocument(other.Family, DocumentWord.Of(other.Kind), other.Evidence.Source, other.Evidence.Path, other.Evidence.Detail))]);
}

/// <summary>Something that speaks of another family.</summary>
internal sealed record ContradictionDocument(string Family, string Kind, string Source, string? Path, string Detail);

/// <summary>What put the program on its base.</summary>
internal sealed record BuilderDocument(string Id, string Name, string Confidence, IReadOnlyList<EvidenceDocument> Evidence)
{
    public static BuilderDocument From(BuilderFact builder) => new(builder.Id, builder.Name, DocumentWord.Of(builder.Confidence), EvidenceDocument.From(builder.Evidence));
}
