using DebugDeck.Core.Errors;
using DebugDeck.Core.Logs;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Reads the ends of logs.</summary>
public sealed class LogGatherer : IEvidenceGatherer
{
    private const int MostLines = 2000;

    // What tells a symptom stands at the beginning of a line; a program may print a megabyte without an end of line.
    private const int LongestLine = 4096;

    public bool Covers(EvidenceRequest request) => request is LogTailRequest;

    public EvidenceCost Cost(EvidenceRequest request, GatherContext context) => EvidenceCost.Free;

    public async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        context.Progress.Report("reading the log");
        return await Task.WhenAll(requests.OfType<LogTailRequest>().Select(request => ReadAsync(request, context, cancellationToken)));
    }

    private static async Task<EvidenceAnswer> ReadAsync(LogTailRequest request, GatherContext context, CancellationToken cancellationToken)
    {
        var lines = new List<LogTailLine>();
        try
        {
            var wanted = new LogRequest { Tail = MostLines, Previous = request.Previous };
            await foreach (var line in context.Host.LogsAsync(context.Target, wanted, cancellationToken))
            {
                lines.Add(new LogTailLine(line.At, line.Text is { Length: > LongestLine } text ? text[..LongestLine] : line.Text));
            }
        }
        catch (DebugDeckException error) when (lines.Count == 0)
        {
            return EvidenceAnswer.Missing(request, error.Message, error.Hint);
        }

        return EvidenceAnswer.Of(request, new LogTail(lines, lines.Count >= MostLines));
    }
}
