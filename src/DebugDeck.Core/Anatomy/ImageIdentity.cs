using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Anatomy;

/// <summary>Which image it is.</summary>
/// <param name="Reference">As the user wrote it.</param>
/// <param name="Digest"><c>sha256:…</c>, of the repository where known, else the engine's id; empty if unknown.</param>
/// <param name="Created">When it was built; null where that is unknown, or reproducible builds have set it to nothing.</param>
/// <param name="SizeBytes">Of all layers; null if unknown.</param>
public sealed record ImageIdentity(string Reference, string Digest = "", DateTimeOffset? Created = null, long? SizeBytes = null)
{
    // ko and Bazel write 1970, buildpacks and Jib's plugins 1980; Nix writes one second after 1970.
    private const int FirstRealYear = 1990;

    public string Architecture { get; init; } = "";

    /// <summary>The config has a date, and it is one of those that mean nothing.</summary>
    public bool HasPlaceholderDate { get; init; }

    public static ImageIdentity From(string reference, ImageFacts image) => new(
        reference,
        image.Digest,
        image.Created is { Year: >= FirstRealYear } created ? created : null,
        image.SizeBytes)
    {
        Architecture = image.Architecture,
        HasPlaceholderDate = image.Created is { Year: < FirstRealYear },
    };
}
