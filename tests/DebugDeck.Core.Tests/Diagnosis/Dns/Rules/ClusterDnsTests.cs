using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Rules;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Rules;

public sealed class ClusterDnsTests
{
    [Theory]
    [InlineData(false, DnsOutcome.Timeout, "dns.cluster-down")]
    [InlineData(true, DnsOutcome.Timeout, null)]
    [InlineData(false, DnsOutcome.Answer, "dns.cluster-degraded")]
    [InlineData(true, DnsOutcome.Answer, null)]
    public void A_clusters_dns_is_down_only_if_nothing_of_it_is_ready_and_nothing_answers(bool isReady, DnsOutcome outcome, string? rule)
    {
        var cluster = new ClusterFacts
        {
            Namespace = "shop",
            DnsService = new ServiceFact { Name = "kube-dns", Namespace = "kube-system", ReadyAddresses = [] },
            DnsPods = [new ClusterPodFact("coredns-1", "node-1", "10.244.0.2", isReady, "Running", 0, null, new Dictionary<string, string>())],
        };

        var findings = DnsJudge.Judge(new DnsWorld { Cluster = cluster, AllTcp = outcome }.Case("payments"));

        Assert.Equal(rule, findings.Select(finding => finding.Rule).SingleOrDefault(found => found.StartsWith("dns.cluster", StringComparison.Ordinal)));
    }
}
