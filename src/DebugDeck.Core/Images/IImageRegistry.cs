using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Images;

/// <summary>The registries that images come from. Only asked at the user's wish: it is a network, and may need a login.</summary>
public interface IImageRegistry : IDisposable
{
    /// <summary>Finds an image: its manifest and configuration, no layers yet.</summary>
    /// <param name="reference">Which one.</param>
    /// <param name="platform">Which of several; null for this machine's.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DebugDeckException">NotFound, NotPermitted, Unreachable, or Failed: what it serves is no image.</exception>
    Task<IRegistryImage> FindAsync(ImageReference reference, ImagePlatform? platform, CancellationToken cancellationToken);
}
