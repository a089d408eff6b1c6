using DebugDeck.Core.Images;

namespace DebugDeck.Docker.Registries;

/// <summary>Which image of an index is meant.</summary>
internal static class PlatformChoice
{
    /// <summary>Null if none is for the platform.</summary>
    public static BlobDescriptor? Of(RegistryDocument index, ImagePlatform platform) =>
        Images(index).FirstOrDefault(entry => PlatformOf(entry) is { } its && its == platform)
        ?? Images(index).FirstOrDefault(entry => PlatformOf(entry) is { } its && platform.Fits(its))
        // An index of one image need not say what it is for.
        ?? (Images(index).ToList() is [{ Platform: null } only] ? only : null);

    /// <summary>What there is to choose from.</summary>
    public static IReadOnlyList<string> Names(RegistryDocument index) => [.. Images(index).Select(entry => PlatformOf(entry)?.ToString()).OfType<string>().Distinct()];

    // Attestations stand among the images, for a platform that does not exist.
    private static IEnumerable<BlobDescriptor> Images(RegistryDocument index) =>
        (index.Manifests ?? []).Where(entry => BlobDigest.IsKnown(entry.Digest) && entry.Platform?.Architecture != "unknown" && entry.Annotations?.ContainsKey("vnd.docker.reference.type") != true);

    private static ImagePlatform? PlatformOf(BlobDescriptor entry) =>
        entry.Platform is { Os: { Length: > 0 } os, Architecture: { Length: > 0 } architecture } its ? new ImagePlatform(os, architecture, its.Variant is { Length: > 0 } variant ? variant : null) : null;
}
