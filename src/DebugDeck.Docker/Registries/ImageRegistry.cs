using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using DebugDeck.Docker.Sessions;

namespace DebugDeck.Docker.Registries;

/// <summary>Images in registries, by the OCI distribution API, with the logins that docker keeps.</summary>
public sealed class ImageRegistry : IImageRegistry
{
    private const int MostManifest = 4 * 1024 * 1024;
    private const int MostConfig = 8 * 1024 * 1024;
    private const int MostLayers = 512;
    private const int MostDepth = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Manifests =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    private readonly HttpClient _client;
    private readonly RegistryCredentials _credentials;

    /// <summary>With the user's logins.</summary>
    public ImageRegistry()
        : this(RegistryCredentials.OfUser())
    {
    }

    internal ImageRegistry(RegistryCredentials credentials)
    {
        _credentials = credentials;
        // Redirects are followed by us, because what lets us in must not go along to other hosts.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), Proxy = new OutsideProxy(HttpClient.DefaultProxy) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { { "User-Agent", "debugdeck" } },
        };
    }

    public void Dispose() => _client.Dispose();

    public async Task<IRegistryImage> FindAsync(ImageReference reference, ImagePlatform? platform, CancellationToken cancellationToken)
    {
        var connection = new RegistryConnection(_client, _credentials, reference);
        var notes = new List<string>();
        var (digest, manifest) = await ManifestAsync(connection, reference, reference.Digest ?? reference.Tag!, cancellationToken);
        for (var depth = 0; manifest.Manifests is not null; depth++)
        {
            var asked = platform ?? ImagePlatform.Own;
            var chosen = depth == MostDepth ? null : PlatformChoice.Of(manifest, asked);
            if (chosen is null)
            {
                throw new DebugDeckException(ErrorKind.NotFound, $"{reference} is not built for {asked}", $"--platform takes one of: {string.Join(", ", PlatformChoice.Names(manifest))}");
            }

            if (PlatformChoice.Names(manifest).Count > 1)
            {
                notes.Add($"the image is built for several platforms; this is {asked}");
            }

            (digest, manifest) = await ManifestAsync(connection, reference, chosen.Digest!, cancellationToken);
        }

        if (manifest is not { Config: { } config, Layers: { } layers })
        {
            throw RegistryErrors.Wrong(reference, "it is no image");
        }

        if (layers.Count > MostLayers || layers.Any(layer => !BlobDigest.IsKnown(layer.Digest) || layer.Size < 0))
        {
            throw RegistryErrors.Wrong(reference, "its manifest names layers that cannot be");
        }

        var content = await BlobAsync(connection, reference, config.Digest, MostConfig, cancellationToken);
        try
        {
            return new RegistryImage(connection, reference, ImageConfigFile.Read(content, reference.ToString(), digest), layers, notes);
        }
        catch (JsonException error)
        {
            throw RegistryErrors.Wrong(reference, $"its configuration cannot be read ({error.Message})");
        }
    }

    private static async Task<(string Digest, RegistryDocument Document)> ManifestAsync(RegistryConnection connection, ImageReference reference, string name, CancellationToken cancellationToken)
    {
        using var answer = await connection.GetAsync($"manifests/{name}", Manifests, cancellationToken);
        var content = await BodyAsync(reference, answer, MostManifest, cancellationToken);
        var digest = BlobDigest.Of(content);
        if (name.Contains(':', StringComparison.Ordinal) && name != digest)
        {
            throw RegistryErrors.Wrong(reference, $"the manifest {name} is not what its digest says");
        }

        try
        {
            var document = JsonSerializer.Deserialize(content, RegistryJson.Default.RegistryDocument);
            return document is { SchemaVersion: 2 }
                ? (digest, document)
                : throw RegistryErrors.Wrong(reference, "its manifest is of a form that was given up in 2016");
        }
        catch (JsonException error)
        {
            throw RegistryErrors.Wrong(reference, $"its manifest cannot be read ({error.Message})");
        }
    }

    private static async Task<byte[]> BlobAsync(RegistryConnection connection, ImageReference reference, string? digest, int limit, CancellationToken cancellationToken)
    {
        if (!BlobDigest.IsKnown(digest))
        {
            throw RegistryErrors.Wrong(reference, "its manifest names no configuration");
        }

        using var answer = await connection.GetAsync($"blobs/{digest}", [], cancellationToken);
        var content = await BodyAsync(reference, answer, limit, cancellationToken);
        return BlobDigest.Of(content) == digest ? content : throw RegistryErrors.Wrong(reference, "its configuration is not what its digest says");
    }

    private static async Task<byte[]> BodyAsync(ImageReference reference, HttpResponseMessage answer, int limit, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await BoundedBody.ReadAsync(answer, limit, patience.Token);
        }
        catch (InvalidDataException error)
        {
            throw RegistryErrors.Wrong(reference, error.Message);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is HttpRequestException or IOException or OperationCanceledException)
        {
            throw RegistryErrors.Of(error, reference.Registry);
        }
    }
}
