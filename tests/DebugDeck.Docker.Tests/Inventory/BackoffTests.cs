using DebugDeck.Docker.Inventory;

namespace DebugDeck.Docker.Tests.Inventory;

public sealed class BackoffTests
{
    [Fact]
    public void Waits_double_up_to_five_seconds_and_begin_anew()
    {
        var longest = new Backoff(() => 1);

        var waits = Enumerable.Range(0, 7).Select(_ => longest.Next().TotalMilliseconds).ToArray();
        longest.Reset();

        Assert.Equal([250, 500, 1000, 2000, 4000, 5000, 5000], waits);
        Assert.Equal(250, longest.Next().TotalMilliseconds);
    }

    [Fact]
    public void Chance_takes_off_up_to_half() => Assert.Equal(125, new Backoff(() => 0).Next().TotalMilliseconds);
}
