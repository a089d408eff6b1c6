using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Brings all files of a round at once.</summary>
public sealed class FileGatherer : IEvidenceGatherer
{
    public bool Covers(EvidenceRequest request) => request is FileRequest;

    public EvidenceCost Cost(EvidenceRequest request, GatherContext context) => context.FileCost;

    public async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        var asked = requests.OfType<FileRequest>().ToList();
        context.Progress.Report(asked.Count == 1 ? $"reading {asked[0].Wish.Path}" : $"reading {asked.Count} files");
        var capture = await context.Files.CaptureAsync([.. asked.GroupBy(request => request.Wish.Path, StringComparer.Ordinal).SelectMany(Strongest)], cancellationToken);
        return [.. asked.Select(request => capture[request.Wish.Path] is { } file
            ? EvidenceAnswer.Of(request, file)
            : EvidenceAnswer.Missing(request, $"'{request.Wish.Path}' was not answered"))];
    }

    // Content and listing exclude each other only once it is known what is there; either brings the status.
    private static IEnumerable<FileWish> Strongest(IEnumerable<FileRequest> same)
    {
        var wishes = same.Select(request => request.Wish).ToList();
        var needed = wishes.Where(wish => wish.Kind != FileWishKind.Stat).GroupBy(wish => (wish.Kind, wish.Offset)).Select(kind => kind.MaxBy(wish => wish.Limit)!).ToList();
        return needed.Count > 0 ? needed : wishes.Take(1);
    }
}
