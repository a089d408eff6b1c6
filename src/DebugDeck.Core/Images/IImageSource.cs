using DebugDeck.Core.Files;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Images;

/// <summary>An image that does not run: in an engine or in an archive. Disposing it gives back what was needed for looking.</summary>
public interface IImageSource : IAsyncDisposable
{
    /// <summary>Its configuration.</summary>
    ImageFacts Facts { get; }

    /// <summary>Its files as a container would see them: layers over each other, whiteouts applied.</summary>
    IContainerFiles Files { get; }

    /// <summary>What was wrong with the source but could be passed over (<c>a layer is missing</c>), one sentence each.</summary>
    IReadOnlyList<string> Problems { get; }
}
