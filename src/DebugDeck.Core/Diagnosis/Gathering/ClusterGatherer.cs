using DebugDeck.Core.Diagnosis.Cluster;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Asks a cluster what surrounds the target.</summary>
public sealed class ClusterGatherer : IEvidenceGatherer
{
    public bool Covers(EvidenceRequest request) => request is ClusterRequest;

    public EvidenceCost Cost(EvidenceRequest request, GatherContext context) => EvidenceCost.Free;

    public async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        if (context.Host is not IClusterReader cluster)
        {
            return [.. requests.Select(request => EvidenceAnswer.Missing(request, $"{context.Host.Info.Name} is not a cluster"))];
        }

        context.Progress.Report("looking at Services and policies");
        var facts = await cluster.ReadClusterAsync(context.Target, cancellationToken);
        return [.. requests.OfType<ClusterRequest>().Select(request => EvidenceAnswer.Of(request, facts))];
    }
}
