using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>Finds the debug containers of ours on a cluster, in all namespaces that the user may see.</summary>
/// <param name="connection">The cluster.</param>
/// <param name="namespaces">Those to look at where the server does not show all.</param>
internal sealed class SessionSearch(KubeConnection connection, IReadOnlyList<string> namespaces)
{
    private const int PageSize = 500;

    /// <summary>Every session, the oldest first.</summary>
    /// <exception cref="DebugDeckException">NotPermitted: no namespace may be looked at. Unreachable.</exception>
    public async Task<IReadOnlyList<PodSession>> AllAsync(CancellationToken cancellationToken)
    {
        var pods = await PodsAsync(cancellationToken);
        return [.. pods.SelectMany(pod => SessionMarks.In(pod, connection.Context.Name)).OrderBy(session => session.Info.StartedAt)];
    }

    /// <summary>The sessions of one pod.</summary>
    public async Task<IReadOnlyList<PodSession>> InAsync(PodKey pod, CancellationToken cancellationToken) =>
        [.. SessionMarks.In(await ReadAsync(pod.Path, SessionJson.Default.SessionPod, cancellationToken), connection.Context.Name)];

    private async Task<List<SessionPod>> PodsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ListAsync("api/v1/pods", cancellationToken);
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.NotPermitted && error.InnerException is KubeStatusException { Code: System.Net.HttpStatusCode.Forbidden })
        {
            return await NamedAsync(error, cancellationToken);
        }
    }

    private async Task<List<SessionPod>> NamedAsync(DebugDeckException refusal, CancellationToken cancellationToken)
    {
        var found = new List<SessionPod>();
        var seen = 0;
        foreach (var name in namespaces)
        {
            try
            {
                found.AddRange(await ListAsync($"api/v1/namespaces/{Uri.EscapeDataString(name)}/pods", cancellationToken));
                seen++;
            }
            catch (DebugDeckException error) when (error.Kind == ErrorKind.NotPermitted)
            {
                refusal = error;
            }
        }

        return seen > 0 ? found : throw refusal;
    }

    private async Task<List<SessionPod>> ListAsync(string path, CancellationToken cancellationToken)
    {
        var pods = new List<SessionPod>();
        string? next = null;
        do
        {
            var page = await ReadAsync(
                $"{path}?limit={PageSize}" + (next is null ? "" : $"&continue={Uri.EscapeDataString(next)}"), SessionJson.Default.SessionPodList, cancellationToken);
            pods.AddRange(page.Items.Where(pod => pod.Spec.EphemeralContainers is { Count: > 0 } || SessionMarks.IsCopy(pod)));
            next = page.Metadata.Continue is { Length: > 0 } token ? token : null;
        }
        while (next is not null);
        return pods;
    }

    private async Task<T> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, path), cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return (await JsonSerializer.DeserializeAsync(body, type, cancellationToken))!;
    }
}
