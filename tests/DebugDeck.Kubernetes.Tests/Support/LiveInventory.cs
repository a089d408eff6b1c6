using System.Collections.Concurrent;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Kubernetes.Tests.Support;

/// <summary>What somebody who watches a host knows of it, and everything that was told on the way.</summary>
internal sealed class LiveInventory : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Task _watching;

    public LiveInventory(IContainerHost host) => _watching = WatchAsync(host);

    public ConcurrentDictionary<string, Target> Targets { get; } = [];

    public ConcurrentQueue<InventoryChange> Told { get; } = [];

    public HostStatus Status { get; private set; } = HostStatus.Connecting;

    public IEnumerable<HostStatus> Statuses => Told.OfType<InventoryChange.HostChanged>().Select(change => change.Status);

    /// <summary>Waits until something holds; says what there was instead if it never does.</summary>
    public async Task UntilAsync(Func<LiveInventory, bool> holds, string what)
    {
        for (var began = TimeProvider.System.GetTimestamp(); !holds(this); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            Assert.False(_watching.IsFaulted, _watching.Exception?.ToString());
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Deadline, $"not in {Deadline.TotalSeconds} s: {what}; {Status}, {Targets.Count} targets, {Told.Count} reports");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WatchAsync(IContainerHost host)
    {
        await foreach (var change in host.WatchAsync(_stop.Token))
        {
            Apply(change);
            Told.Enqueue(change);
        }
    }

    private void Apply(InventoryChange change)
    {
        switch (change)
        {
            case InventoryChange.HostChanged changed:
                Status = changed.Status;
                break;
            case InventoryChange.Snapshot snapshot:
                Targets.Clear();
                Put(snapshot.Targets);
                break;
            case InventoryChange.Batch batch:
                foreach (var gone in batch.Removals)
                {
                    Targets.TryRemove(gone, out _);
                }

                Put(batch.Upserts);
                break;
        }
    }

    private void Put(IReadOnlyList<Target> targets)
    {
        foreach (var target in targets)
        {
            Targets[target.Id] = target;
        }
    }
}
