using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Tests.Support;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Server;

namespace DebugDeck.Kubernetes.Tests.Inventory;

/// <summary>Two clusters side by side, from two files of one KUBECONFIG.</summary>
public sealed class TwoContextsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IContainerHost> _hosts = [];
    private PracticeCluster _east = null!;
    private PracticeCluster _west = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _east = await PracticeCluster.StartAsync(new PracticeOptions(), Token);
        _west = await PracticeCluster.StartAsync(new PracticeOptions(), Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _east.DisposeAsync();
        await _west.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_has_its_own_pods_under_the_same_addresses()
    {
        _west.State.Remove(ObjectKey.Pod("shop", "multi"));

        var hosts = Open("east", "west");
        var looks = await Task.WhenAll(hosts.Select(host => host.ListAsync(Token)));

        Assert.Equal(["east", "west"], hosts.Select(host => host.Info.Name));
        Assert.Equal([_east.Endpoint, _west.Endpoint], hosts.Select(host => new Uri(host.Info.Endpoint)));
        Assert.All(looks, look => Assert.Equal(HostState.Ready, look.Status.State));
        Assert.All(hosts.Zip(looks), pair => Assert.All(pair.Second.Targets, target => Assert.Equal(pair.First.Info.Name, target.Host)));
        Assert.Single(await hosts[0].FindAsync(TargetAddress.Parse("pod/multi"), Token));
        Assert.Empty(await hosts[1].FindAsync(TargetAddress.Parse("pod/multi"), Token));
        Assert.Contains("kubectl --context west ", (await PlanAsync(hosts[1])).EquivalentCommand, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_goes_away_leaves_the_other_as_it_is()
    {
        var hosts = Open("east", "west");
        await using var east = new LiveInventory(hosts[0]);
        await using var west = new LiveInventory(hosts[1]);
        await east.UntilAsync(seen => !seen.Targets.IsEmpty, "the pods of east");
        await west.UntilAsync(seen => !seen.Targets.IsEmpty, "the pods of west");

        _west.Faults.TakeApiAway();
        await west.UntilAsync(seen => seen.Status.State == HostState.Unreachable, "the loss of west");
        _east.State.Remove(ObjectKey.Pod("shop", "multi"));
        await east.UntilAsync(seen => seen.Targets.Values.All(target => target.Name != "multi"), "a change of east");

        Assert.Equal((HostState.Ready, null), (east.Status.State, east.Status.Reason));
    }

    [Fact]
    public async Task They_can_be_chosen_from_by_name_while_the_program_runs()
    {
        var contexts = new KubernetesContexts(Options());

        Assert.Equal(["east", "west"], contexts.Names);
        await using var west = contexts.Open("west");
        Assert.NotEmpty((await west.ListAsync(Token)).Targets);
        Assert.Equal(ErrorKind.Usage, Assert.Throws<DebugDeckException>(() => contexts.Open("north")).Kind);
    }

    [Fact]
    public void The_current_context_is_that_of_the_first_file() => Assert.Equal("east", Assert.Single(Open()).Info.Name);

    private static async Task<DebugPlan> PlanAsync(IContainerHost host) =>
        await host.PlanAsync(Assert.Single(await host.FindAsync(TargetAddress.Parse("deploy/checkout"), Token)), new DebugRequest(), Token);

    private IReadOnlyList<IContainerHost> Open(params IReadOnlyList<string> contexts)
    {
        var hosts = KubernetesHosts.Discover(Options() with { Contexts = contexts });
        _hosts.AddRange(hosts);
        return hosts;
    }

    private KubernetesHostsOptions Options()
    {
        var files = string.Join(Path.PathSeparator, Named("east", _east), Named("west", _west));
        return TestCluster.Options(_folder.Path) with { Environment = name => name == "KUBECONFIG" ? files : null };
    }

    // The kubeconfigs of practice clusters all use the same names.
    private string Named(string name, PracticeCluster cluster) => _folder.Write(
        name,
        File.ReadAllText(cluster.KubeconfigPaths["admin"]).Replace("practice", name, StringComparison.Ordinal).Replace("\"admin\"", $"\"{name}-admin\"", StringComparison.Ordinal));
}
