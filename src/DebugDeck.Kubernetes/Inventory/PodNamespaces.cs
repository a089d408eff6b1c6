using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Kubernetes.Access;
using DebugDeck.Kubernetes.Connection;
using k8s;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>The namespaces that a user can choose from.</summary>
internal sealed class PodNamespaces(KubeConnection connection, PodScope scope)
{
    private const int PageSize = 500;

    /// <exception cref="DebugDeckException">Unreachable.</exception>
    public async Task<NamespaceChoices> ReadAsync(CancellationToken cancellationToken)
    {
        using var client = TypedClient.Over(connection);
        var mayListAll = AccessQuestions.MayAsync(client, null, new Permission("list", "pods"), cancellationToken);
        try
        {
            var names = await NamesAsync(client, cancellationToken);
            return new NamespaceChoices([.. names.Order(StringComparer.Ordinal)], await mayListAll, null);
        }
        catch (DebugDeckException error) when (KubeRefusal.Is(error))
        {
            return new NamespaceChoices(NamespaceScope.Of([.. scope.Fallback.Names, .. scope.Wanted.Names]).Names, await mayListAll, error.Message);
        }
    }

    private static async Task<List<string>> NamesAsync(IKubernetes client, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        string? next = null;
        do
        {
            var page = await client.CoreV1.ListNamespaceAsync(limit: PageSize, continueParameter: next, cancellationToken: cancellationToken);
            names.AddRange(page.Items.Select(space => space.Metadata.Name));
            next = page.Metadata?.ContinueProperty is { Length: > 0 } token ? token : null;
        }
        while (next is not null);

        return names;
    }
}
