using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Images;

/// <summary>An image in a registry.</summary>
public interface IRegistryImage
{
    /// <summary>Its configuration; the digest is that of its manifest.</summary>
    ImageFacts Facts { get; }

    /// <summary>What is worth knowing of how it was chosen, one sentence each.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>Its files. The layers are fetched into a temporary file that goes away with the image.</summary>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DebugDeckException">As for finding it; Failed: a layer is not what its digest says, or all of them are too large.</exception>
    Task<IImageSource> OpenAsync(IProgress<string> progress, CancellationToken cancellationToken);
}
