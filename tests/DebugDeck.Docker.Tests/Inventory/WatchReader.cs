using DebugDeck.Core.Hosts;
using DebugDeck.Docker.Inventory;

namespace DebugDeck.Docker.Tests.Inventory;

/// <summary>Reads a watch one change at a time, with patience but not for ever.</summary>
internal sealed class WatchReader : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly IAsyncEnumerator<InventoryChange> _changes;

    public WatchReader(DockerInventory inventory) => _changes = inventory.WatchAsync(_end.Token).GetAsyncEnumerator();

    /// <summary>Skips to the first change that fits.</summary>
    public async Task<InventoryChange> UntilAsync(Func<InventoryChange, bool> fits)
    {
        _end.CancelAfter(TimeSpan.FromSeconds(30));
        while (await _changes.MoveNextAsync())
        {
            if (fits(_changes.Current))
            {
                _end.CancelAfter(Timeout.InfiniteTimeSpan);
                return _changes.Current;
            }
        }

        throw new InvalidOperationException("the watch ended");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _changes.DisposeAsync();
        _end.Dispose();
    }
}
