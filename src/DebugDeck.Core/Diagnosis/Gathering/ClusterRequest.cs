using DebugDeck.Core.Diagnosis.Cluster;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>What surrounds a pod and decides about its names and connections. Only on hosts that are an <see cref="IClusterReader"/>.</summary>
public sealed record ClusterRequest : EvidenceRequest<ClusterFacts>
{
    public override string Key => "cluster";
}
