using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Grants requests of several kinds at once, each kind by its gatherer. What fails becomes a gap; every request gets its answer.</summary>
public static class EvidenceBatch
{
    public static async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        IReadOnlyList<IEvidenceGatherer> gatherers, IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        var batches = requests
            .GroupBy(request => gatherers.FirstOrDefault(gatherer => gatherer.Covers(request)))
            .Select(batch => batch.Key is { } gatherer
                ? GatherAsync(gatherer, [.. batch], context, cancellationToken)
                : Task.FromResult(Missing(batch, "nothing can find this out here")));
        return [.. (await Task.WhenAll(batches)).SelectMany(answers => answers)];
    }

    private static async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        IEvidenceGatherer gatherer, IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await gatherer.GatherAsync(requests, context, cancellationToken);
            var answered = answers.Select(answer => answer.Request.Key).ToHashSet(StringComparer.Ordinal);
            return [.. answers, .. Missing(requests.Where(request => !answered.Contains(request.Key)), "it was not answered")];
        }
        catch (DebugDeckException error)
        {
            return Missing(requests, error.Message, error.Hint);
        }
    }

    private static IReadOnlyList<EvidenceAnswer> Missing(IEnumerable<EvidenceRequest> requests, string reason, string? hint = null) =>
        [.. requests.Select(request => EvidenceAnswer.Missing(request, reason, hint))];
}
