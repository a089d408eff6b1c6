using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Server;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Api;

/// <summary>Watches, as clients that keep a copy of the cluster use them.</summary>
public sealed class WatchTests
{
    private const string BasePods = "/api/v1/namespaces/base/pods";
    private static readonly ObjectKey Vault = ObjectKey.Pod("base", "multi");

    [Fact]
    public async Task A_watch_from_a_list_shows_what_came_after_it_and_nothing_else()
    {
        await using var host = await PracticeHost.StartAsync();
        var version = (await host.Admin.GetAsync(BasePods))["metadata"]!["resourceVersion"]!.ToString();
        Touch(host, "one");
        using var watch = await WatchReader.OpenAsync(host.Admin, $"{BasePods}?watch=1&resourceVersion={version}");
        Assert.Equal("MODIFIED multi", await watch.NextNameAsync());

        host.Cluster.State.Put("pods", Pod("shop", "elsewhere"));
        host.Cluster.State.Put("pods", Pod("base", "fresh"));
        host.Cluster.State.Remove(ObjectKey.Pod("base", "fresh"));

        Assert.Equal("ADDED fresh", await watch.NextNameAsync());
        Assert.Equal("DELETED fresh", await watch.NextNameAsync());
    }

    [Fact]
    public async Task Initial_events_end_with_the_marked_bookmark()
    {
        await using var host = await PracticeHost.StartAsync();
        var count = host.Cluster.State.List("pods", "base").Count;
        using var watch = await WatchReader.OpenAsync(host.Admin, $"{BasePods}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");

        for (var i = 0; i < count; i++)
            Assert.StartsWith("ADDED ", await watch.NextNameAsync(), StringComparison.Ordinal);
        var bookmark = (await watch.NextAsync())!;

        Assert.Equal("BOOKMARK", bookmark["type"]!.ToString());
        Assert.Equal("true", bookmark["object"]!["metadata"]!["annotations"]!["k8s.io/initial-events-end"]!.ToString());
        Assert.Equal("""{"containers":null}""", bookmark["object"]!["spec"]!.ToJsonString());
        Touch(host, "after");
        Assert.Equal("MODIFIED multi", await watch.NextNameAsync());
    }

    [Theory]
    [InlineData("sendInitialEvents=true&allowWatchBookmarks=true")]
    [InlineData("sendInitialEvents=true&resourceVersionMatch=NotOlderThan")]
    public async Task Initial_events_need_their_other_options(string options)
    {
        await using var host = await PracticeHost.StartAsync();

        var (status, body, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{BasePods}?watch=1&{options}"));

        Assert.Equal((422, "Invalid"), (status, body!["reason"]!.ToString()));
    }

    [Fact]
    public async Task A_bookmark_comes_from_time_to_time_to_those_who_want_it()
    {
        await using var host = await PracticeHost.StartAsync(new PracticeOptions { BookmarkInterval = TimeSpan.FromMilliseconds(100) });
        var version = (await host.Admin.GetAsync(BasePods))["metadata"]!["resourceVersion"]!.ToString();
        using var watch = await WatchReader.OpenAsync(host.Admin, $"{BasePods}?watch=1&allowWatchBookmarks=true&resourceVersion={version}");

        host.Cluster.State.Put("configmaps", new JsonObject { ["metadata"] = new JsonObject { ["name"] = "other", ["namespace"] = "base" } });
        var bookmark = await watch.NextAsync();
        while (bookmark!["object"]!["metadata"]!["resourceVersion"]!.ToString() == version)
            bookmark = await watch.NextAsync();

        Assert.Equal("BOOKMARK", bookmark["type"]!.ToString());
        Assert.Equal(long.Parse(version) + 1, long.Parse(bookmark["object"]!["metadata"]!["resourceVersion"]!.ToString()));
    }

    [Fact]
    public async Task An_object_that_leaves_the_selection_is_deleted_for_the_watch_and_added_when_it_comes()
    {
        await using var host = await PracticeHost.StartAsync();
        var version = (await host.Admin.GetAsync(BasePods))["metadata"]!["resourceVersion"]!.ToString();
        using var watch = await WatchReader.OpenAsync(host.Admin, $"{BasePods}?watch=1&labelSelector=mark%3Dyes&resourceVersion={version}");

        foreach (var mark in new[] { "no", "yes", "yes", "no" })
            Label(host, mark);

        Assert.Equal("ADDED multi", await watch.NextNameAsync());
        Assert.Equal("DELETED multi", await watch.NextNameAsync());
    }

    [Fact]
    public async Task A_watch_ends_when_its_time_is_up()
    {
        await using var host = await PracticeHost.StartAsync();
        var version = (await host.Admin.GetAsync(BasePods))["metadata"]!["resourceVersion"]!.ToString();
        using var watch = await WatchReader.OpenAsync(host.Admin, $"{BasePods}?watch=1&timeoutSeconds=1&resourceVersion={version}");

        Assert.Null(await watch.NextAsync());
    }

    [Fact]
    public async Task A_watch_that_has_fallen_behind_the_history_is_told_to_list_again()
    {
        await using var host = await PracticeHost.StartAsync(new PracticeOptions { WatchHistory = 5 });
        var version = (await host.Admin.GetAsync(BasePods))["metadata"]!["resourceVersion"]!.ToString();
        for (var i = 0; i < 7; i++)
            Touch(host, $"{i}");

        using var watch = await WatchReader.OpenAsync(host.Admin, $"{BasePods}?watch=1&resourceVersion={version}");
        var error = (await watch.NextAsync())!;

        Assert.Equal("ERROR", error["type"]!.ToString());
        Assert.Equal((410, "Expired"), ((int)error["object"]!["code"]!, error["object"]!["reason"]!.ToString()));
        Assert.Null(await watch.NextAsync());
    }

    [Fact]
    public async Task A_table_watch_names_its_columns_once()
    {
        await using var host = await PracticeHost.StartAsync();
        using var watch = await WatchReader.OpenAsync(host.Admin, $"{BasePods}?watch=1", "application/json;as=Table;v=v1;g=meta.k8s.io");

        var first = (await watch.NextAsync())!["object"]!.AsObject();
        var second = (await watch.NextAsync())!["object"]!.AsObject();

        Assert.Equal("Table", first["kind"]!.ToString());
        Assert.NotEmpty(first["columnDefinitions"]!.AsArray());
        Assert.False(second.ContainsKey("columnDefinitions"));
        Assert.Single(second["rows"]!.AsArray());
    }

    [Fact]
    public async Task The_end_of_the_cluster_is_the_end_of_its_watches()
    {
        var host = await PracticeHost.StartAsync();
        var version = (await host.Admin.GetAsync(BasePods))["metadata"]!["resourceVersion"]!.ToString();
        using var watch = await WatchReader.OpenAsync(host.Admin, $"{BasePods}?watch=1&resourceVersion={version}");

        await host.Cluster.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.False(Directory.Exists(Path.GetDirectoryName(host.Cluster.KubeconfigPaths["admin"])));
    }

    private static void Touch(PracticeHost host, string note) =>
        host.Cluster.State.Update(Vault, pod => pod["metadata"]!["annotations"] = new JsonObject { ["note"] = note });

    private static void Label(PracticeHost host, string mark) =>
        host.Cluster.State.Update(Vault, pod => pod["metadata"]!["labels"] = new JsonObject { ["mark"] = mark });

    private static JsonObject Pod(string inNamespace, string name) => new()
    {
        ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = inNamespace },
        ["spec"] = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = "app", ["image"] = "busybox:1" }) },
    };
}
