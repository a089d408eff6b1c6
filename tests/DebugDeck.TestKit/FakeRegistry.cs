using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.TestKit;

/// <summary>Registries that have what the test says. What is asked for and fetched is recorded.</summary>
public sealed class FakeRegistry : IImageRegistry
{
    /// <summary>The images, by reference as it is asked for.</summary>
    public Dictionary<string, (ImageFacts Facts, ImageTree Tree)> Images { get; } = [];

    public List<string> Asked { get; } = [];

    /// <summary>The images whose layers were fetched.</summary>
    public List<string> Fetched { get; } = [];

    public Task<IRegistryImage> FindAsync(ImageReference reference, ImagePlatform? platform, CancellationToken cancellationToken)
    {
        Asked.Add($"{reference}{(platform is null ? "" : $" for {platform}")}");
        return Images.TryGetValue(reference.ToString(), out var image)
            ? Task.FromResult<IRegistryImage>(new Found(this, image.Facts, image.Tree))
            : throw new DebugDeckException(ErrorKind.NotFound, $"{reference.Registry} has no image {reference}", "check name and tag");
    }

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Found(FakeRegistry registry, ImageFacts facts, ImageTree tree) : IRegistryImage
    {
        public ImageFacts Facts => facts;

        public IReadOnlyList<string> Notes => [];

        public Task<IImageSource> OpenAsync(IProgress<string> progress, CancellationToken cancellationToken)
        {
            registry.Fetched.Add(facts.Reference);
            return Task.FromResult<IImageSource>(new FakeImage(facts, tree));
        }
    }
}
