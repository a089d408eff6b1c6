using DebugDeck.Docker.Inventory;

namespace DebugDeck.Docker.Tests.Inventory;

public sealed class DirtyContainersTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_changes_while_waiting_are_one_look()
    {
        var dirty = new DirtyContainers();
        dirty.Add("a");
        dirty.Add("a");

        Assert.Equal("a", await dirty.TakeAsync(Cancelled));
        dirty.Done("a");

        Assert.False(dirty.TakeAsync(Cancelled).AsTask().IsCompleted);
    }

    [Fact]
    public async Task A_change_during_a_look_is_one_more_look_and_not_at_the_same_time()
    {
        var dirty = new DirtyContainers();
        dirty.Add("a");
        await dirty.TakeAsync(Cancelled);
        dirty.Add("a");
        dirty.Add("a");
        var next = dirty.TakeAsync(Cancelled).AsTask();
        Assert.False(next.IsCompleted);

        dirty.Done("a");

        Assert.Equal("a", await next);
    }
}
