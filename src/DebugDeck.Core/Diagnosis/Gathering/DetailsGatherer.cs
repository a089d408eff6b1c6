namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Asks the host what it knows of the target.</summary>
public sealed class DetailsGatherer : IEvidenceGatherer
{
    public bool Covers(EvidenceRequest request) => request is DetailsRequest;

    public EvidenceCost Cost(EvidenceRequest request, GatherContext context) => EvidenceCost.Free;

    public async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        context.Progress.Report("looking at the target");
        var details = await context.Host.DetailsAsync(context.Target, cancellationToken);
        return [.. requests.OfType<DetailsRequest>().Select(request => EvidenceAnswer.Of(request, details))];
    }
}
