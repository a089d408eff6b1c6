using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Sends the very request that would be sent, with <c>dryRun=All</c>: permissions, validation, quotas and admission are applied, and nothing is kept.</summary>
internal static class DryRun
{
    /// <summary>An ephemeral container for a pod.</summary>
    /// <exception cref="DebugDeckException">NotFound: the pod is gone. Unreachable.</exception>
    public static Task<DryRunAnswer> PatchAsync(KubeConnection connection, string podPath, string patch, CancellationToken cancellationToken) =>
        SendAsync(connection, HttpMethod.Patch, $"{podPath}/ephemeralcontainers?dryRun=All", patch, "application/strategic-merge-patch+json", cancellationToken);

    /// <summary>A pod of its own.</summary>
    public static Task<DryRunAnswer> PostAsync(KubeConnection connection, string podsPath, string pod, CancellationToken cancellationToken) =>
        SendAsync(connection, HttpMethod.Post, $"{podsPath}?dryRun=All", pod, "application/json", cancellationToken);

    private static async Task<DryRunAnswer> SendAsync(KubeConnection connection, HttpMethod method, string path, string body, string type, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await connection.SendAsync(Request, cancellationToken);
            return new DryRunAnswer(true, "", [.. response.Headers.Warning.Select(warning => warning.Text.Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal))]);
        }
        catch (DebugDeckException error) when (error.InnerException is KubeStatusException status && IsVerdict(status))
        {
            return new DryRunAnswer(false, status.Message, []);
        }

        HttpRequestMessage Request()
        {
            var request = connection.Request(method, path);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
            return request;
        }
    }

    // A webhook may refuse with any code of the 400s. A pod that is gone and a cluster without ephemeral containers both answer 404; only the first names it.
    private static bool IsVerdict(KubeStatusException status) => (int)status.Code switch
    {
        401 or 429 => false,
        404 => status.Code == HttpStatusCode.NotFound && status.Status?.Details?.Name is null or "",
        >= 400 and < 500 => true,
        _ => false,
    };
}
