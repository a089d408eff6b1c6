using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Tests.Support;
using DebugDeck.Practice.Faults;
using DebugDeck.Practice.Server;

namespace DebugDeck.Kubernetes.Tests.Inventory;

public sealed class ListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_container_of_every_pod_is_listed_and_says_what_it_is_for()
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var (status, targets) = await cluster.Host(scope: NamespaceScope.Of("shop")).ListAsync(Token);

        Assert.Equal(HostState.Ready, status.State);
        Assert.StartsWith("v1.36", status.Version, StringComparison.Ordinal);
        Assert.Null(status.Reason);
        Assert.All(targets, target => Assert.Equal("shop", target.Project));
        Assert.Equal(
            ["log-shipper Sidecar", "sidecar Main", "web Main", "worker Main"],
            targets.Where(target => target.Name == "multi").Select(target => $"{target.Container} {target.Role}").Order());
        Assert.Equal(ContainerRole.Init, targets.Single(target => target is { Name: "init-done", Container: "migrate" }).Role);
    }

    [Fact]
    public async Task A_target_knows_its_owner_node_digest_and_whom_it_really_runs_as()
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var (_, targets) = await cluster.Host(scope: NamespaceScope.Of("shop")).ListAsync(Token);

        var checkout = targets.First(target => target.Name.StartsWith("checkout-", StringComparison.Ordinal));
        Assert.StartsWith("ReplicaSet/checkout-", checkout.Owner, StringComparison.Ordinal);
        Assert.Equal("practice", checkout.Node);
        Assert.Matches("^sha256:[0-9a-f]{64}$", checkout.ImageId);
        Assert.Equal("65532:65532", checkout.User);
        Assert.Equal($"pod/{checkout.Name}/app", checkout.Address.ToString());
    }

    [Fact]
    public async Task The_contexts_namespace_is_what_is_listed_if_nothing_is_said()
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var (_, targets) = await cluster.Host("developer").ListAsync(Token);

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.Equal("shop", target.Project));
    }

    [Fact]
    public async Task Who_may_not_see_all_namespaces_sees_their_own_and_their_favourites_and_is_told()
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var (status, targets) = await cluster.Host("developer", NamespaceScope.All, "base").ListAsync(Token);

        Assert.Equal(HostState.Ready, status.State);
        Assert.StartsWith("you may not list the pods of all namespaces: this is base, shop", status.Reason, StringComparison.Ordinal);
        Assert.Contains(targets, target => target.Project == "shop");
    }

    [Fact]
    public async Task A_namespace_that_is_forbidden_is_told_in_the_servers_words_and_is_no_lost_host()
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var (status, targets) = await cluster.Host("developer", NamespaceScope.Of("kube-system")).ListAsync(Token);

        Assert.Empty(targets);
        Assert.Equal((HostState.Ready, ErrorKind.NotPermitted), (status.State, status.Trouble!.Value));
        Assert.Contains("pods is forbidden: User \"developer\" cannot list resource \"pods\" in API group \"\" in the namespace \"kube-system\"", status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_pods_come_in_pages_and_one_that_expires_between_is_begun_anew()
    {
        await using var cluster = await TestCluster.PracticeAsync(new PracticeOptions { GeneratedPods = 1200 });
        cluster.Practice.Faults.Add(Fault.Expired("GET /api/v1/pods*continue=*") with { Times = 1 });

        var (status, targets) = await cluster.Host(scope: NamespaceScope.All).ListAsync(Token);

        Assert.Equal(HostState.Ready, status.State);
        Assert.Equal(1200, targets.Count(target => target.Project!.StartsWith("load-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_is_away_is_a_reason()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        cluster.Practice.Faults.TakeApiAway();

        var (status, targets) = await cluster.Host().ListAsync(Token);

        Assert.Empty(targets);
        Assert.Equal(HostState.Unreachable, status.State);
        Assert.Contains("practice is not reachable at 127.0.0.1:", status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_asked_to_wait_is_waited_for()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        cluster.Practice.Faults.Add(Fault.TooManyRequests("GET /api/v1/*pods*", retryAfter: 1) with { Times = 1 });

        Assert.Equal(HostState.Ready, (await cluster.Host().ListAsync(Token)).Status.State);
    }
}
