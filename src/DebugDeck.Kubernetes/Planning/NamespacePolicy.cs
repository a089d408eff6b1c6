using System.Text.Json.Nodes;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using static DebugDeck.Kubernetes.Planning.PodFactsReader;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>The Pod Security level that a namespace's labels enforce. The dry run decides; the label explains.</summary>
internal static class NamespacePolicy
{
    private const string Label = "pod-security.kubernetes.io/enforce";

    /// <summary><c>privileged</c>, <c>baseline</c> or <c>restricted</c>; null if there is no label (the cluster's default holds) or the user may not read the namespace.</summary>
    public static async Task<string?> ReadAsync(KubeConnection connection, string space, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, $"api/v1/namespaces/{Uri.EscapeDataString(space)}"), cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return Of(await JsonNode.ParseAsync(body, cancellationToken: cancellationToken));
        }
        catch (Exception error) when (error is DebugDeckException { Kind: ErrorKind.NotPermitted or ErrorKind.NotFound } or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public static string? Of(JsonNode? space) => Text(space?["metadata"]?["labels"]?[Label]) is { Length: > 0 } level ? level : null;
}
