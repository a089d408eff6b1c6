using System.Diagnostics;
using CliWrap;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Inventory;
using DebugDeck.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace DebugDeck.Docker.Tests.Inventory;

public sealed class WatchTests
{
    [Fact]
    public async Task A_container_started_elsewhere_shows_within_a_second_and_goes_when_it_is_removed()
    {
        using var connection = TestContainers.Connect();
        await using var containers = new TestContainers();
        await using var watch = new WatchReader(new DockerInventory(connection));
        await watch.UntilAsync(change => change is InventoryChange.Snapshot);

        var id = await containers.RunAsync("late", [], "sleep", "600");
        var since = Stopwatch.StartNew();
        await watch.UntilAsync(change => change is InventoryChange.Upserted { Target: { State: ContainerState.Running } target } && target.Id == id);
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));

        await TestEngine.DockerAsync("rm", "--force", containers.Name("late"));
        since.Restart();
        await watch.UntilAsync(change => change is InventoryChange.Removed removed && removed.TargetId == id);
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_snapshot_is_completed_and_then_changes_are_reported_once()
    {
        using var connection = TestContainers.Connect();
        await using var containers = new TestContainers();
        var id = await containers.RunAsync("early", ["--user", "1000"], "sleep", "600");
        await using var watch = new WatchReader(new DockerInventory(connection));

        var snapshot = (InventoryChange.Snapshot)await watch.UntilAsync(change => change is InventoryChange.Snapshot);
        Assert.Contains(snapshot.Targets, target => target.Id == id && target.State == ContainerState.Running);
        var full = (InventoryChange.Upserted)await watch.UntilAsync(change => change is InventoryChange.Upserted upserted && upserted.Target.Id == id);
        Assert.Equal("1000", full.Target.User);
        Assert.NotNull(full.Target.StartedAt);

        await TestEngine.DockerAsync("exec", containers.Name("early"), "true");
        await TestEngine.DockerAsync("pause", containers.Name("early"));
        var next = (InventoryChange.Upserted)await watch.UntilAsync(change => change is InventoryChange.Upserted upserted && upserted.Target.Id == id);
        Assert.Equal(ContainerState.Paused, next.Target.State);
    }

    [Fact]
    public async Task A_watch_survives_the_engine_being_stopped_and_started()
    {
        await using var engine = await OwnEngine.StartAsync();
        var id = await engine.DockerAsync("create", "--name", "kept", "busybox", "true");
        using var connection = TestContainers.Connect(engine.Endpoint);
        await using var watch = new WatchReader(new DockerInventory(connection));
        await watch.UntilAsync(change => change is InventoryChange.Snapshot);

        await engine.StopAsync();
        var lost = (InventoryChange.HostChanged)await watch.UntilAsync(change => change is InventoryChange.HostChanged { Status.State: HostState.Unreachable });
        Assert.NotEmpty(lost.Status.Reason!);

        await engine.StartAgainAsync();
        var back = (InventoryChange.HostChanged)await watch.UntilAsync(change => change is InventoryChange.HostChanged { Status.State: HostState.Ready });
        Assert.Null(back.Status.Reason);
        var snapshot = (InventoryChange.Snapshot)await watch.UntilAsync(change => change is InventoryChange.Snapshot);
        Assert.Equal(id, Assert.Single(snapshot.Targets).Id);

        var late = await engine.DockerAsync("create", "busybox", "true");
        await watch.UntilAsync(change => change is InventoryChange.Upserted upserted && upserted.Target.Id == late);
    }

    [Fact]
    public async Task An_engine_that_falls_silent_is_noticed_without_any_change_to_report()
    {
        await using var engine = await OwnEngine.StartAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var connection = TestContainers.Connect(engine.Endpoint, clock);
        await using var watch = new WatchReader(new DockerInventory(connection));
        await watch.UntilAsync(change => change is InventoryChange.Snapshot);
        var process = (await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(new Uri(engine.Endpoint).LocalPath)!, "pid"), TestContext.Current.CancellationToken)).Trim();

        await Cli.Wrap("kill").WithArguments(["-STOP", process]).ExecuteAsync(TestContext.Current.CancellationToken);
        try
        {
            var lost = watch.UntilAsync(change => change is InventoryChange.HostChanged { Status.State: HostState.Unreachable });
            while (!lost.IsCompleted)
            {
                clock.Advance(TimeSpan.FromSeconds(5));
                await Task.WhenAny(lost, Task.Delay(20, TestContext.Current.CancellationToken));
            }

            Assert.Equal("docker has not answered for 15 s", ((InventoryChange.HostChanged)await lost).Status.Reason);
        }
        finally
        {
            await Cli.Wrap("kill").WithArguments(["-CONT", process]).ExecuteAsync(CancellationToken.None);
        }

        var back = watch.UntilAsync(change => change is InventoryChange.HostChanged { Status.State: HostState.Ready });
        while (!back.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(back, Task.Delay(200, TestContext.Current.CancellationToken));
        }

        await back;
    }
}
