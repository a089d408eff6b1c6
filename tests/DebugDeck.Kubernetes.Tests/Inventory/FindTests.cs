using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Inventory;

public sealed class FindTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pod/multi", "multi/web")]
    [InlineData("pod/multi/worker", "multi/worker")]
    [InlineData("pod/init-done", "init-done/app")]
    [InlineData("pod/init-done/migrate", "init-done/migrate")]
    [InlineData("multi", "multi/web")]
    [InlineData("deploy/checkout", "checkout-*/app")]
    [InlineData("checkout", "checkout-*/app")]
    [InlineData("ds/edge", "edge-*/app")]
    [InlineData("job/report", "report-*/job")]
    public async Task An_address_means_one_container(string address, string expected)
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var found = Assert.Single(await cluster.Host().FindAsync(TargetAddress.Parse(address), Token));

        Assert.Matches("^" + expected.Replace("*", "[^/]+", StringComparison.Ordinal) + "$", $"{found.Name}/{found.Container}");
    }

    [Theory]
    [InlineData("pod/nope")]
    [InlineData("deploy/check")]
    [InlineData("deploy/edge")]
    [InlineData("docker://multi")]
    [InlineData("nope")]
    public async Task Near_misses_are_not_found(string address)
    {
        await using var cluster = await TestCluster.PracticeAsync();

        Assert.Empty(await cluster.Host().FindAsync(TargetAddress.Parse(address), Token));
    }

    [Fact]
    public async Task A_container_that_the_pod_does_not_have_is_an_error_that_names_those_it_has()
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => cluster.Host().FindAsync(TargetAddress.Parse("pod/multi/nope"), Token));

        Assert.Equal((ErrorKind.NotFound, "it has: log-shipper, web, worker, sidecar"), (error.Kind, error.Hint));
    }

    [Fact]
    public async Task All_namespaces_are_searched_if_the_scope_is_all_and_one_if_the_user_may_not()
    {
        await using var cluster = await TestCluster.PracticeAsync();

        Assert.Single(await cluster.Host(scope: NamespaceScope.All).FindAsync(TargetAddress.Parse("sts/ledger"), Token));
        Assert.Single(await cluster.Host("developer", NamespaceScope.All).FindAsync(TargetAddress.Parse("pod/multi"), Token));
    }

    [Fact]
    public async Task Who_may_not_look_at_a_namespace_hears_it_in_the_servers_words()
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => cluster.Host("developer", NamespaceScope.Of("kube-system")).FindAsync(TargetAddress.Parse("pod/x"), Token));

        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
        Assert.Contains("pods is forbidden", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_listed_is_found_again_by_its_address_and_has_details()
    {
        await using var cluster = await TestCluster.AnyAsync();
        var (status, targets) = await cluster.Host(scope: NamespaceScope.All).ListAsync(Token);
        Assert.Equal(HostState.Ready, status.State);

        foreach (var target in targets.DistinctBy(target => target.Image).Take(25))
        {
            var host = cluster.Host(scope: NamespaceScope.Of(target.Project!));
            var found = Assert.Single(await host.FindAsync(target.Address, Token));
            var details = await host.DetailsAsync(found, Token);

            Assert.Equal((target.Id, target.Image), (found.Id, found.Image));
            Assert.Contains(details.Conditions, condition => condition.Type == "Ready");
        }
    }
}
