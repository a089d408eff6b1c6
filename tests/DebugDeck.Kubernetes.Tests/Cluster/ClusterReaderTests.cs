using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Cluster;
using DebugDeck.Kubernetes.Tests.Support;
using k8s.Models;

namespace DebugDeck.Kubernetes.Tests.Cluster;

public sealed class ClusterReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_surrounds_a_pod_is_read_at_once()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var facts = await ReadAsync(cluster.Host(), "deploy/checkout", "shop");

        Assert.Equal("shop", facts.Namespace);
        Assert.Contains(facts.Services!, service => service is { Name: "payments", ClusterIps: ["10.96.12.3"] });
        Assert.Equal(["10.96.0.10"], facts.DnsService!.ClusterIps);
        Assert.Equal(2, facts.DnsPods!.Count);
        Assert.Empty(facts.Policies!);
        Assert.Equal("shop", facts.NamespaceLabels["shop"]["kubernetes.io/metadata.name"]);
    }

    [Fact]
    public async Task A_policy_that_selects_the_pod_is_read_with_its_rules()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var facts = await ReadAsync(cluster.Host(scope: NamespaceScope.Of("locked")), "deploy/egress-locked", "locked");

        var policy = Assert.Single(facts.Policies!);
        Assert.Equal(("egress-dns-only", "", true), (policy.Name, policy.Selector, policy.HasEgress));
        var rule = Assert.Single(policy.Egress);
        Assert.Equal("kubernetes.io/metadata.name=kube-system", Assert.Single(rule.Peers).NamespaceSelector);
        Assert.Equal([new PolicyPortFact("UDP", "53", null), new PolicyPortFact("TCP", "53", null)], rule.Ports);
    }

    [Fact]
    public async Task What_a_user_may_not_read_is_named_and_the_rest_is_there()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var facts = await ReadAsync(cluster.Host("readonly"), "pod/multi", "shop");

        Assert.NotNull(facts.Services);
        Assert.Null(facts.Policies);
        Assert.Contains(facts.Missing, text => text.StartsWith("network policies may not be read", StringComparison.Ordinal));
    }

    [Fact]
    public void Selectors_are_written_as_kubectl_takes_them()
    {
        var selector = new V1LabelSelector
        {
            MatchLabels = new Dictionary<string, string> { ["tier"] = "web", ["app"] = "shop" },
            MatchExpressions = [new V1LabelSelectorRequirement { Key = "env", OperatorProperty = "In", Values = ["a", "b"] }, new V1LabelSelectorRequirement { Key = "old", OperatorProperty = "DoesNotExist" }],
        };
        Assert.Equal("app=shop,tier=web,env in (a,b),!old", PolicyMapper.Text(selector));
        Assert.Equal("", PolicyMapper.Text(new V1LabelSelector()));
        Assert.Null(PolicyMapper.Text(null));
    }

    private static async Task<ClusterFacts> ReadAsync(KubernetesHost host, string address, string space)
    {
        var found = await host.FindAsync(TargetAddress.Parse(address), Token);
        return await host.ReadClusterAsync(found.First(target => target.Project == space), Token);
    }
}
