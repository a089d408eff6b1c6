using DebugDeck.Core.Images;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Anatomy;

/// <summary>That the user wants registries to be asked, and how.</summary>
/// <param name="Registry">Asks them.</param>
/// <param name="Platform">Which of several images; null for this machine's.</param>
/// <param name="Progress">Hears what is being waited for.</param>
public sealed record RegistryWish(IImageRegistry Registry, ImagePlatform? Platform, IProgress<string> Progress)
{
    /// <summary>The image that a target runs, as exactly as its host tells: by digest where there is one. Null if that is no name of an image.</summary>
    public static ImageReference? ReferenceOf(Target target)
    {
        // Kubernetes: docker.io/library/busybox@sha256:…, with a scheme before it in the days of dockershim.
        var id = target.ImageId[(target.ImageId.LastIndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..];
        return id.Contains('@', StringComparison.Ordinal) && ImageReference.TryParse(id) is { Digest: not null } exact ? exact : ImageReference.TryParse(target.Image);
    }
}
