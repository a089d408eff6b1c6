using System.Globalization;
using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>What an API server says it is.</summary>
/// <param name="Text"><c>v1.36.2</c>; null where the user may not know.</param>
internal sealed record ServerVersion(string? Text)
{
    // On by default from there on, off again in some releases: a server that has it off says so when asked.
    private const int FirstWithWatchList = 32;

    /// <summary>It may have watch-lists (<c>sendInitialEvents</c>). Older servers do not refuse them, they answer something else.</summary>
    public bool HasWatchList => Text?.TrimStart('v').Split('.') is ["1", var minor, ..] &&
        int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= FirstWithWatchList;

    /// <exception cref="DebugDeckException">It does not answer, or does not accept who we are.</exception>
    public static async Task<ServerVersion> ReadAsync(KubeConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, "version"), cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var document = await JsonSerializer.DeserializeAsync(body, VersionJson.Default.VersionDocument, cancellationToken);
            return new ServerVersion(document?.GitVersion);
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.NotFound || KubeRefusal.Is(error))
        {
            return new ServerVersion((string?)null);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or JsonException)
        {
            throw new DebugDeckException(ErrorKind.Unreachable, $"what answers for {connection.Context.Name} is not a Kubernetes API server: {error.Message}", "is the server of the context right?", error);
        }
    }
}
