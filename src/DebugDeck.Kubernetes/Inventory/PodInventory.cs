using System.Runtime.CompilerServices;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>The pods of one cluster: one look, the live watch, and finding one by name.</summary>
internal sealed class PodInventory(KubeConnection connection, PodScope scope)
{
    /// <inheritdoc cref="IContainerHost.ListAsync"/>
    public async Task<Core.Hosts.Inventory> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            var wanted = scope.Wanted;
            var targets = new List<Target>();
            foreach (var space in wanted.IsAll ? [null] : wanted.Names.Cast<string?>())
            {
                await foreach (var page in PodPages.ReadAsync(connection, space, cancellationToken))
                {
                    targets.AddRange(page.Items.SelectMany(pod => PodTargets.From(pod, connection.Context.Name)));
                }
            }

            return new(new HostStatus(HostState.Ready), targets);
        }
        catch (DebugDeckException error)
        {
            return new(new HostStatus(HostState.Unreachable, error.Message), []);
        }
    }

    /// <inheritdoc cref="IContainerHost.WatchAsync"/>
    public async IAsyncEnumerable<InventoryChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var looked = await ListAsync(cancellationToken);
        yield return new InventoryChange.HostChanged(looked.Status);
        yield return new InventoryChange.Snapshot(looked.Targets);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    /// <inheritdoc cref="IContainerHost.FindAsync"/>
    public async Task<IReadOnlyList<Target>> FindAsync(TargetAddress address, CancellationToken cancellationToken)
    {
        var looked = await ListAsync(cancellationToken);
        return [.. looked.Targets.Where(target => target.Name == address.Name && (address.Container is null || target.Container == address.Container)).Take(address.Container is null ? 1 : int.MaxValue)];
    }
}
