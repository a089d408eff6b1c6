using System.Net.Http.Headers;
using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>Asks the server which verbs of <c>pods/exec</c> the user has: since 1.35 a web socket takes both, and a refusal names at most one.</summary>
internal static class ExecRights
{
    private const string Path = "apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    /// <summary>The verbs that are missing; both if the server will not say.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(KubeConnection connection, string ns, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var verb in (string[])["get", "create"])
        {
            if (!await MayAsync(connection, ns, verb, cancellationToken))
            {
                missing.Add(verb);
            }
        }

        return missing;
    }

    private static async Task<bool> MayAsync(KubeConnection connection, string ns, string verb, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await connection.SendAsync(() => Request(connection, ns, verb), cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var review = await JsonSerializer.DeserializeAsync(body, ExecJson.Default.ExecReview, cancellationToken);
            return review?.Status?.Allowed == true;
        }
        catch (Exception error) when (error is JsonException or DebugDeckException { Kind: not ErrorKind.Unreachable })
        {
            return false;
        }
    }

    private static HttpRequestMessage Request(KubeConnection connection, string ns, string verb)
    {
        var review = new ExecReview
        {
            Spec = new ExecReview.SpecPart(new ExecReview.AttributesPart(ns, verb, "pods", "exec")),
        };
        var request = connection.Request(HttpMethod.Post, Path);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(review, ExecJson.Default.ExecReview));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }
}
