using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Shells;
using DebugDeck.Kubernetes.Watching;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>The pods of one cluster: one look, and the live watch.</summary>
internal sealed class PodInventory(KubeConnection connection, PodScope scope, PodShells shells, PluginWords words, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <inheritdoc cref="IContainerHost.ListAsync"/>
    public async Task<Core.Hosts.Inventory> ListAsync(CancellationToken cancellationToken)
    {
        var wanted = scope.Wanted;
        try
        {
            var version = ServerVersion.ReadAsync(connection, cancellationToken);
            var (targets, status) = wanted.IsAll ? await ListAllAsync(cancellationToken) : await ListSomeAsync(wanted, null, cancellationToken);
            return new(status with { Version = (await version).Text }, targets);
        }
        catch (DebugDeckException error)
        {
            return new(new HostStatus(HostState.Unreachable, error.Message, Trouble: error.Kind), []);
        }
    }

    /// <inheritdoc cref="IContainerHost.WatchAsync"/>
    public async IAsyncEnumerable<InventoryChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ServerVersion? version = null;
        var backOff = new BackOff(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(15), clock, Random.Shared);
        while (true)
        {
            yield return new InventoryChange.HostChanged(HostStatus.Connecting);
            while (version is null)
            {
                var connecting = ConnectAsync(cancellationToken);
                await foreach (var line in words.UntilAsync(connecting, cancellationToken))
                {
                    yield return new InventoryChange.HostChanged(HostStatus.Connecting with { Reason = line });
                }

                (version, var why) = await connecting;
                if (why is not null)
                {
                    yield return new InventoryChange.HostChanged(new HostStatus(HostState.Unreachable, why.Message, Trouble: why.Kind));
                    await backOff.WaitAsync(cancellationToken);
                }
            }

            var (changed, wanted) = scope.Look();
            var isRefused = false;
            await foreach (var change in ReadAsync(version, wanted, null, changed, refused => isRefused = refused, cancellationToken))
            {
                yield return change;
            }

            if (isRefused)
            {
                await foreach (var change in ReadAsync(version, scope.Fallback, KubeRefusal.OfAll(scope.Fallback), changed, _ => { }, cancellationToken))
                {
                    yield return change;
                }
            }
        }
    }

    private async IAsyncEnumerable<InventoryChange> ReadAsync(
        ServerVersion version, NamespaceScope wanted, string? remark, Task changed, Action<bool> end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var watch = ScopeWatch.Start(connection, shells, version, wanted, remark, clock, cancellationToken);
        await foreach (var change in watch.ReadAsync(changed, cancellationToken))
        {
            yield return change;
        }

        end(watch.IsRefused);
    }

    private async Task<(ServerVersion? Version, DebugDeckException? Why)> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await ServerVersion.ReadAsync(connection, cancellationToken), null);
        }
        catch (DebugDeckException error)
        {
            return (null, error);
        }
    }

    private async Task<(List<Target> Targets, HostStatus Status)> ListAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await ListAsync(null, cancellationToken), new HostStatus(HostState.Ready));
        }
        catch (DebugDeckException error) when (KubeRefusal.Is(error))
        {
            return await ListSomeAsync(scope.Fallback, KubeRefusal.OfAll(scope.Fallback), cancellationToken);
        }
    }

    private async Task<(List<Target> Targets, HostStatus Status)> ListSomeAsync(NamespaceScope some, string? remark, CancellationToken cancellationToken)
    {
        var status = new ScopeStatus(null, remark);
        var looks = await Task.WhenAll(some.Names.Select(async space =>
        {
            try
            {
                return (Space: space, Targets: await ListAsync(space, cancellationToken), Refusal: (DebugDeckException?)null);
            }
            catch (DebugDeckException error) when (KubeRefusal.Is(error))
            {
                return (Space: space, Targets: [], Refusal: error);
            }
        }));
        foreach (var look in looks)
        {
            if (look.Refusal is { } refusal)
            {
                status.Failed(look.Space, refusal);
            }
            else
            {
                status.Answered(look.Space);
            }
        }

        return ([.. looks.SelectMany(look => look.Targets)], status.Now());
    }

    private async Task<List<Target>> ListAsync(string? space, CancellationToken cancellationToken)
    {
        var shared = new Shared();
        for (var tries = 1; ; tries++)
        {
            try
            {
                var targets = new List<Target>();
                await foreach (var page in PodPages.ReadAsync(connection, space, cancellationToken))
                {
                    targets.AddRange(page.Items.SelectMany(pod => PodTargets.From(pod, connection.Context.Name, shared)));
                }

                return targets;
            }
            catch (DebugDeckException error) when (tries < MostTries && error.InnerException is KubeStatusException { Code: HttpStatusCode.Gone })
            {
                // The server has forgotten the list's version between two pages.
            }
            catch (Exception error) when (error is HttpRequestException or IOException or JsonException)
            {
                throw new DebugDeckException(ErrorKind.Unreachable, $"the connection to {connection.Context.Name} broke: {error.Message}", inner: error);
            }
        }
    }
}
