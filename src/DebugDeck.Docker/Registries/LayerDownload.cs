using System.Security.Cryptography;
using DebugDeck.Core.Images;
using DebugDeck.Core.Images.Archives;
using DebugDeck.Core.Text;
using Microsoft.Win32.SafeHandles;

namespace DebugDeck.Docker.Registries;

/// <summary>Fetches the layers of an image into one file, each checked against its digest.</summary>
internal sealed class LayerDownload(RegistryConnection connection, ImageReference image, IProgress<string> progress)
{
    private const int AtOnce = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private long _done;

    /// <summary>Where each layer will be: one after the other.</summary>
    public static IReadOnlyList<LayerPlace> Places(IReadOnlyList<BlobDescriptor> layers)
    {
        var places = new List<LayerPlace>(layers.Count);
        var start = 0L;
        foreach (var layer in layers)
        {
            places.Add(new LayerPlace(layer.Digest!, start, layer.Size));
            start += layer.Size;
        }

        return places;
    }

    public async Task RunAsync(IReadOnlyList<LayerPlace> layers, SafeFileHandle file, CancellationToken cancellationToken)
    {
        var all = layers.Sum(layer => layer.Length);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(layers, options, async (layer, token) => await FetchAsync(layer, file, all, token));
    }

    private async Task FetchAsync(LayerPlace layer, SafeFileHandle file, long all, CancellationToken cancellationToken)
    {
        using var answer = await connection.GetAsync($"blobs/{layer.Name}", [], cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var written = 0L;
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[128 * 1024];
            while (await ReadAsync(body, buffer, cancellationToken) is > 0 and var read)
            {
                if (written + read > layer.Length)
                {
                    throw RegistryErrors.Wrong(image, $"the layer {layer.Name} is longer than the manifest says");
                }

                hash.AppendData(buffer, 0, read);
                await RandomAccess.WriteAsync(file, buffer.AsMemory(0, read), layer.Start + written, cancellationToken);
                written += read;
                progress.Report($"fetching layers from {image.Registry}: {ByteSize.Format(Interlocked.Add(ref _done, read))} of {ByteSize.Format(all)}");
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is HttpRequestException or IOException or OperationCanceledException)
        {
            throw RegistryErrors.Of(error, image.Registry);
        }

        if (written != layer.Length || BlobDigest.Of(hash) != layer.Name)
        {
            throw RegistryErrors.Wrong(image, $"the layer {layer.Name} is not what its digest says");
        }
    }

    // A server that stops in the middle is not waited for without end.
    private static async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return await body.ReadAsync(buffer, limit.Token);
    }
}
