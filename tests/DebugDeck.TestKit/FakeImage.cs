using DebugDeck.Core.Files;
using DebugDeck.Core.Images;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.TestKit;

/// <summary>An image in memory.</summary>
public sealed class FakeImage(ImageFacts facts, ImageTree tree) : IImageSource
{
    public ImageFacts Facts => facts;

    public IContainerFiles Files => tree;

    public IReadOnlyList<string> Problems { get; init; } = [];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
