using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;

namespace DebugDeck.Core.Hosts;

/// <summary>A host that keeps images of its own and can show their files.</summary>
public interface IImageHost
{
    /// <summary>Opens an image that the host has; pulls nothing and starts nothing. The caller disposes it.</summary>
    /// <exception cref="DebugDeckException">NotFound: the host does not have it. Unreachable.</exception>
    Task<IImageSource> OpenImageAsync(string reference, CancellationToken cancellationToken);
}
