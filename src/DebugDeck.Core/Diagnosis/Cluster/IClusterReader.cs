using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Diagnosis.Cluster;

/// <summary>A host that is a cluster implements this beside <see cref="Hosts.IContainerHost"/>.</summary>
public interface IClusterReader
{
    /// <summary>What surrounds the target. What the user may not read is named in <see cref="ClusterFacts.Missing"/>, not thrown.</summary>
    Task<ClusterFacts> ReadClusterAsync(Target target, CancellationToken cancellationToken);
}
