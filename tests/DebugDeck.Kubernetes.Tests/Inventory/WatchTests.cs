using System.Text.Json.Nodes;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Tests.Support;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Faults;
using DebugDeck.Practice.Server;

namespace DebugDeck.Kubernetes.Tests.Inventory;

/// <summary>The live inventory, in good and in bad weather.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task A_snapshot_comes_first_and_then_changes_one_by_one()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        await using var live = new LiveInventory(cluster.Host(scope: NamespaceScope.Of("shop")));
        await live.UntilAsync(seen => seen.Told.OfType<InventoryChange.Snapshot>().Any(), "a snapshot");

        Rename(cluster, "multi", "renamed");
        await live.UntilAsync(seen => Image(seen, "multi", "web") == "renamed", "the change");
        cluster.Practice.State.Remove(ObjectKey.Pod("shop", "multi"));
        await live.UntilAsync(seen => seen.Targets.Values.All(target => target.Name != "multi"), "the removal");

        Assert.Single(live.Told.OfType<InventoryChange.Snapshot>());
        Assert.Equal([HostState.Connecting, HostState.Ready], live.Statuses.Select(status => status.State));
    }

    [Fact]
    public async Task A_debug_container_that_is_added_is_told_and_marked()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        await using var live = new LiveInventory(cluster.Host(scope: NamespaceScope.Of("shop")));
        await live.UntilAsync(seen => seen.Targets.Values.Any(target => target.Name == "multi"), "the pod");

        cluster.Practice.State.Update(ObjectKey.Pod("shop", "multi"), pod => pod["spec"]!["ephemeralContainers"] = new JsonArray(
            new JsonObject { ["name"] = "debugdeck-x1", ["image"] = "busybox", ["targetContainerName"] = "web" },
            new JsonObject { ["name"] = "debugger-x1", ["image"] = "busybox" }));
        await live.UntilAsync(seen => seen.Targets.Values.Count(target => target.Role == ContainerRole.Ephemeral) == 2, "the ephemeral containers");

        Assert.True(live.Targets.Values.Single(target => target.Container == "debugdeck-x1").IsDebugContainer);
        Assert.False(live.Targets.Values.Single(target => target.Container == "debugger-x1").IsDebugContainer);
    }

    [Fact]
    public async Task A_burst_of_changes_is_a_handful_of_reports()
    {
        await using var cluster = await TestCluster.PracticeAsync(new PracticeOptions { GeneratedPods = 600 });
        await using var live = new LiveInventory(cluster.Host(scope: NamespaceScope.Of("load-000")));
        await live.UntilAsync(seen => seen.Targets.Count == 600, "all pods");
        var before = live.Told.Count;

        foreach (var name in live.Targets.Values.Select(target => target.Name))
        {
            Rename(cluster, name, "renamed", "load-000");
        }

        await live.UntilAsync(seen => seen.Targets.Values.All(target => target.Image == "renamed"), "all changes");
        Assert.InRange(live.Told.Count - before, 1, 60);
    }

    [Theory]
    [InlineData(nameof(Fault.Cut))]
    [InlineData(nameof(Fault.Expired))]
    [InlineData(nameof(Fault.InternalError))]
    [InlineData(nameof(Fault.Drop))]
    [InlineData(nameof(Fault.TooManyRequests))]
    [InlineData(nameof(Fault.Slow))]
    [InlineData("a storm of 410")]
    public async Task Watches_that_go_wrong_lose_and_repeat_nothing(string kind)
    {
        await using var cluster = await TestCluster.PracticeAsync();
        const string Watches = "GET /api/v1/namespaces/shop/pods*watch=*";
        const string Everything = "GET /api/v1/namespaces/shop/pods*";
        cluster.Practice.Faults.Add(kind switch
        {
            nameof(Fault.Cut) => Fault.Cut(Watches, 3000) with { Times = 3 },
            nameof(Fault.Expired) => Fault.Expired(Watches) with { Times = 5 },
            nameof(Fault.InternalError) => Fault.InternalError(Watches) with { Times = 2 },
            nameof(Fault.Drop) => Fault.Drop(Watches) with { Times = 2 },
            "a storm of 410" => Fault.Expired(Everything) with { Times = 4 },
            nameof(Fault.TooManyRequests) => Fault.TooManyRequests(Watches, 1) with { Times = 1 },
            _ => Fault.Slow(Watches, TimeSpan.FromSeconds(1)) with { Times = 2 },
        });
        await using var live = new LiveInventory(cluster.Host(scope: NamespaceScope.Of("shop")));
        await live.UntilAsync(seen => seen.Targets.Values.Any(target => target.Name == "multi"), "the pods");

        Rename(cluster, "multi", "renamed");
        cluster.Practice.State.Remove(ObjectKey.Pod("shop", "secretive"));
        await live.UntilAsync(
            seen => Image(seen, "multi", "web") == "renamed" && seen.Targets.Values.All(target => target.Name != "secretive") && seen.Status.State == HostState.Ready, "the change and the removal");

        Assert.Equal(Names(cluster), live.Targets.Values.Select(target => target.Name).Distinct().Order());
    }

    [Fact]
    public async Task A_server_that_goes_away_is_told_and_comes_back_with_what_happened_meanwhile()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        await using var live = new LiveInventory(cluster.Host(scope: NamespaceScope.Of("shop")));
        await live.UntilAsync(seen => seen.Targets.Values.Any(target => target.Name == "multi"), "the pods");

        cluster.Practice.Faults.TakeApiAway();
        await live.UntilAsync(seen => IsGone(seen.Status, "practice"), "the loss");
        Assert.Contains(live.Targets.Values, target => target.Name == "multi");
        Rename(cluster, "multi", "renamed");
        cluster.Practice.State.Remove(ObjectKey.Pod("shop", "secretive"));
        cluster.Practice.ForgetHistory();
        cluster.Practice.Faults.BringApiBack();

        await live.UntilAsync(
            seen => seen.Status is { State: HostState.Ready, Reason: null } && Image(seen, "multi", "web") == "renamed" && seen.Targets.Values.All(target => target.Name != "secretive"), "the return");
        Assert.Equal(Names(cluster), live.Targets.Values.Select(target => target.Name).Distinct().Order());
        Rename(cluster, "multi", "renamed again");
        await live.UntilAsync(seen => Image(seen, "multi", "web") == "renamed again", "a change after the return");
    }

    [Fact]
    public async Task Another_scope_takes_the_place_of_the_first()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var host = cluster.Host(scope: NamespaceScope.Of("shop"));
        await using var live = new LiveInventory(host);
        await live.UntilAsync(seen => seen.Targets.Values.Any(target => target.Project == "shop"), "the first namespace");

        host.Look(NamespaceScope.Of("base", "locked"));
        await live.UntilAsync(seen => seen.Targets.Values.Select(target => target.Project).Distinct().Order().SequenceEqual(["base", "locked"]), "the others");
        host.Look(NamespaceScope.All);
        await live.UntilAsync(seen => seen.Targets.Values.Select(target => target.Project).Distinct().Count() >= 4, "all of them");
    }

    [Fact]
    public async Task Who_may_not_see_all_namespaces_is_shown_their_own_live()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        await using var live = new LiveInventory(cluster.Host("developer", NamespaceScope.All));
        await live.UntilAsync(seen => seen.Targets.Values.Any(target => target.Name == "multi"), "the pods of their own namespace");

        Rename(cluster, "multi", "renamed");
        await live.UntilAsync(seen => Image(seen, "multi", "web") == "renamed", "the change");

        Assert.Equal((HostState.Ready, "you may not list the pods of all namespaces: this is shop"), (live.Status.State, live.Status.Reason));
    }

    [Fact]
    public async Task Who_may_list_and_not_watch_is_shown_what_changes_all_the_same()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        await using var live = new LiveInventory(cluster.Host("execonly"));
        await live.UntilAsync(seen => seen.Targets.Values.Any(target => target.Name == "multi"), "the pods");

        Rename(cluster, "multi", "renamed");
        await live.UntilAsync(seen => Image(seen, "multi", "web") == "renamed", "the change");

        Assert.Null(live.Status.Reason);
    }

    // What is told first is that the watch's connection broke, and then why there is no new one.
    private static bool IsGone(HostStatus status, string name) =>
        status is { State: HostState.Unreachable, Reason: { } reason } && reason.StartsWith($"{name} is not reachable at 127.0.0.1:", StringComparison.Ordinal);

    private static IEnumerable<string> Names(TestCluster cluster) => cluster.Practice.State.List("pods", "shop").Select(pod => (string)pod["metadata"]!["name"]!).Order();

    private static string? Image(LiveInventory live, string pod, string container) =>
        live.Targets.Values.FirstOrDefault(target => target.Name == pod && target.Container == container)?.Image;

    private static void Rename(TestCluster cluster, string pod, string image, string space = "shop") => Assert.True(cluster.Practice.State.Update(
        ObjectKey.Pod(space, pod), value => value["spec"]!["containers"]![0]!["image"] = image));
}
