using System.Globalization;
using DebugDeck.Core.Diagnosis.Cluster;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>How facts of a cluster are shown and kept.</summary>
public static class ClusterEvidence
{
    public static EvidenceKind Kind { get; } = new EvidenceKind<ClusterRequest, ClusterFacts>(
        "cluster", GatheringJson.Default.ClusterRequest, GatheringJson.Default.ClusterFacts, Show);

    private static List<Evidence> Show(ClusterRequest request, ClusterFacts facts)
    {
        var shown = new List<Evidence>();
        if (facts.DnsService is { } dns)
        {
            var ready = dns.ReadyAddresses is { } addresses ? string.Create(CultureInfo.InvariantCulture, $", {addresses.Count} ready end points") : "";
            shown.Add(new Evidence("cluster", $"service {dns.Namespace}/{dns.Name}", string.Join(' ', dns.ClusterIps) + ready));
        }

        shown.AddRange((facts.DnsPods ?? []).Select(pod => new Evidence("cluster", $"pod {pod.Name}", pod.IsReady ? "ready" : $"not ready: {pod.Reason ?? pod.Phase}")));
        shown.AddRange((facts.Policies ?? []).Select(policy => new Evidence(
            "cluster", $"networkpolicy {policy.Name}", policy.HasEgress ? $"limits what the pod sends, {policy.Egress.Count} rules" : "does not limit what the pod sends")));
        shown.AddRange(facts.Missing.Select(sentence => new Evidence("cluster", "not known", sentence)));
        return shown;
    }
}
