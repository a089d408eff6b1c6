using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>
/// Grants requests of one or more kinds. Gatherers hold no state and no judgement: they bring raw evidence. A new one joins by its file and a line in <see cref="EvidenceGatherers"/>.
/// </summary>
public interface IEvidenceGatherer
{
    bool Covers(EvidenceRequest request);

    /// <summary>What it would cost. Asked again in each round; must not do anything.</summary>
    EvidenceCost Cost(EvidenceRequest request, GatherContext context);

    /// <summary>
    /// Grants a batch: all requests of a round that cost the same. An answer for each; what is not there, forbidden or broken is a gap or part of the item, not an exception.
    /// With a cost of <see cref="EvidenceCost.Session"/> the context has a session.
    /// </summary>
    /// <exception cref="DebugDeckException">The whole batch failed; the run goes on without it and says so.</exception>
    Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken);
}
