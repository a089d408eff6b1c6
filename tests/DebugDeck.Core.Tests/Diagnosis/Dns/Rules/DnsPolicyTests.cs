using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Diagnosis.Dns.Rules;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Rules;

public sealed class DnsPolicyTests
{
    private static readonly PolicyPortFact Udp = new("UDP", "53", null);
    private static readonly PolicyPortFact Tcp = new("TCP", "53", null);
    private static readonly PolicyPeerFact DnsPods = new("k8s-app=kube-dns", "kubernetes.io/metadata.name=kube-system", null, []);

    public static TheoryData<string, string> Cases => new()
    {
        { "nothing", "dns.policy" },
        { "udp and tcp to everybody", "" },
        { "udp only", "dns.policy-tcp" },
        { "the dns pods", "" },
        { "the service's address", "" },
        { "another address", "dns.policy" },
        { "the service but for its address", "dns.policy" },
        { "pods of the own namespace", "dns.policy" },
        { "a range of ports", "" },
        { "https only", "dns.policy" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Policies_forbid_port_53_or_not(string what, string rule)
    {
        PolicyRuleFact[] egress = what switch
        {
            "nothing" => [],
            "udp and tcp to everybody" => [new([], [Udp, Tcp])],
            "udp only" => [new([], [Udp])],
            "the dns pods" => [new([DnsPods], [Udp]), new([DnsPods], [Tcp])],
            "the service's address" => [new([new(null, null, "10.96.0.10/32", [])], [])],
            "another address" => [new([new(null, null, "10.97.0.0/16", [])], [])],
            "the service but for its address" => [new([new(null, null, "10.0.0.0/8", ["10.96.0.0/16"])], [])],
            "pods of the own namespace" => [new([new("", null, null, [])], [])],
            "a range of ports" => [new([], [new("UDP", "1", 1024), new("TCP", "1", 1024)])],
            _ => [new([], [new("TCP", "443", null)])],
        };
        Assert.Equal(rule, Rules(egress, DnsWorld.Pod));
    }

    [Fact]
    public void A_policy_for_the_service_alone_keeps_a_pod_from_the_node_local_cache() =>
        Assert.Equal("dns.policy", Rules([new([DnsPods], [Udp, Tcp])], "nameserver 169.254.20.10\n"));

    [Fact]
    public void A_policy_that_does_not_limit_what_goes_out_forbids_nothing() =>
        Assert.Equal("", Rules([], DnsWorld.Pod, hasEgress: false));

    private static string Rules(IReadOnlyList<PolicyRuleFact> egress, string file, bool hasEgress = true)
    {
        var cluster = new ClusterFacts
        {
            Namespace = "locked",
            DnsService = new ServiceFact { Name = "kube-dns", Namespace = "kube-system", ClusterIps = ["10.96.0.10"], ReadyAddresses = ["10.244.0.3"] },
            Policies = [new NetworkPolicyFact("limits", "", hasEgress, egress)],
        };
        return string.Join(' ', DnsJudge.Judge(new DnsWorld { Cluster = cluster, File = file }.Case(null)).Select(finding => finding.Rule).Where(rule => rule.StartsWith("dns.policy", StringComparison.Ordinal)));
    }
}
