using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using DebugDeck.Core.Images.Archives;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Core.Text;

namespace DebugDeck.Docker.Registries;

/// <summary>One image in a registry whose manifest is known.</summary>
internal sealed class RegistryImage(RegistryConnection connection, ImageReference image, ImageFacts facts, IReadOnlyList<BlobDescriptor> layers, IReadOnlyList<string> notes) : IRegistryImage
{
    // Compressed. What is larger is quicker pulled by an engine, which keeps it.
    private const long Most = 8L * 1024 * 1024 * 1024;

    public ImageFacts Facts => facts;

    public IReadOnlyList<string> Notes => notes;

    public async Task<IImageSource> OpenAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var places = LayerDownload.Places(layers);
        if (places.Sum(place => (decimal)place.Length) > Most)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"the layers of {image} have more than {ByteSize.Format(Most)}", $"docker pull {image}, then inspect image://{image} without --registry");
        }

        var file = TemporaryFile.Create();
        try
        {
            await new LayerDownload(connection, image, progress).RunAsync(places, file, cancellationToken);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return await ImageArchive.OfLayersAsync(facts, file, places, [], cancellationToken);
    }
}
