using System.Runtime.CompilerServices;
using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Pods;

/// <summary>Lists pods a page at a time, so that the first can be shown before the last has been sent.</summary>
internal static class PodPages
{
    private const int PageSize = 500;

    /// <param name="connection">The cluster.</param>
    /// <param name="space">The namespace; null for all.</param>
    /// <param name="fields">A field selector; null for every pod.</param>
    /// <exception cref="DebugDeckException">The server's answer; with 410 inside, the list took so long that it has to be begun anew.</exception>
    public static async IAsyncEnumerable<PodListDocument> ReadAsync(KubeConnection connection, string? space, [EnumeratorCancellation] CancellationToken cancellationToken, string? fields = null)
    {
        string? next = null;
        do
        {
            var query = $"{Path(space)}?limit={PageSize}" + (fields is null ? "" : $"&fieldSelector={Uri.EscapeDataString(fields)}") + (next is null ? "" : $"&continue={Uri.EscapeDataString(next)}");
            using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, query), cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            if (await JsonSerializer.DeserializeAsync(body, PodJson.Default.PodListDocument, cancellationToken) is not { Items: not null, Metadata: not null } page)
            {
                // A proxy in between that answers everything.
                throw new DebugDeckException(ErrorKind.Unreachable, $"{connection.Context.Name} answered something that is not a list of pods");
            }

            yield return page;
            next = page.Metadata.Continue is { Length: > 0 } token ? token : null;
        }
        while (next is not null);
    }

    /// <summary>The path of a namespace's pods, or of all.</summary>
    public static string Path(string? space) => space is null ? "api/v1/pods" : $"api/v1/namespaces/{Uri.EscapeDataString(space)}/pods";
}
