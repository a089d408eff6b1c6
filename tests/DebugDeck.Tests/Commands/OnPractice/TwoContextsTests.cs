using System.Text.Json.Nodes;

namespace DebugDeck.Tests.Commands.OnPractice;

/// <summary>Two clusters of one KUBECONFIG on one command line.</summary>
public sealed class TwoContextsTests(PracticeShop shop) : IClassFixture<PracticeShop>, IAsyncLifetime
{
    private static readonly string[] Both = ["--context", "east", "--context", "west"];

    public ValueTask InitializeAsync() => shop.AddAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task They_are_listed_together_told_apart_and_completed()
    {
        var list = await shop.RunOnBothAsync(["list", .. Both, "-n", "shop", "-o", "json"]);
        var ambiguous = await shop.RunOnBothAsync(["plan", "pod/multi", .. Both]);
        var one = await shop.RunOnBothAsync(["plan", "pod/multi", .. Both, "--host", "west", "-o", "json"]);
        var nobody = await shop.RunOnBothAsync("list", "--context", "north");

        var hosts = JsonNode.Parse(list.Output)!["targets"]!.AsArray().Select(target => (string)target!["host"]!).ToList();
        Assert.Equal(0, list.Code);
        Assert.Equal(["east", "west"], hosts.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(hosts.Count(host => host == "east"), hosts.Count(host => host == "west"));
        Assert.Equal(1, ambiguous.Code);
        Assert.Contains("'pod/multi' means 2 containers: pod/multi/web --host east, pod/multi/web --host west", ambiguous.Error, StringComparison.Ordinal);
        Assert.Equal(0, one.Code);
        Assert.Contains("kubectl --context west ", one.Output, StringComparison.Ordinal);
        Assert.Equal(2, nobody.Code);
        Assert.Contains("north", nobody.Error, StringComparison.Ordinal);

        Assert.Equal("east\nwest\n", await CompleteAsync("debugdeck plan --context "));
        Assert.Equal("west\n", await CompleteAsync("debugdeck plan --context w"));
        Assert.Equal("pod/multi/sidecar\npod/multi/web\npod/multi/worker\npod/multi/log-shipper\n".Split('\n').Order(StringComparer.Ordinal), (await CompleteAsync("debugdeck plan --context west pod/mul")).Split('\n').Order(StringComparer.Ordinal));
        Assert.Equal("locked\n", await CompleteAsync("debugdeck list --context east -n lo"));
    }

    private async Task<string> CompleteAsync(string line) => (await shop.RunOnBothAsync($"[suggest:{line.Length}]", line)).Output;
}
