using DebugDeck.Core.Files;
using DebugDeck.Core.Images;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Hosting;

/// <summary>An image together with the hosts that were opened for it.</summary>
internal sealed class HostedImage(IImageSource image, HostCatalogue catalogue) : IImageSource
{
    public ImageFacts Facts => image.Facts;

    public IContainerFiles Files => image.Files;

    public IReadOnlyList<string> Problems => image.Problems;

    public async ValueTask DisposeAsync()
    {
        await image.DisposeAsync();
        await catalogue.DisposeAsync();
    }
}
