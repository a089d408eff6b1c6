using System.Globalization;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>How the end of a log is shown and kept.</summary>
public static class LogEvidence
{
    private const int MostLines = 3;

    public static EvidenceKind Kind { get; } = new EvidenceKind<LogTailRequest, LogTail>(
        "log", GatheringJson.Default.LogTailRequest, GatheringJson.Default.LogTail, Show, EvidenceSecrets.Redact);

    private static IReadOnlyList<Evidence> Show(LogTailRequest request, LogTail log) =>
    [
        new("log", request.Previous ? "previous run" : null, log.Lines.Count switch
        {
            0 => "empty",
            <= MostLines => string.Join('\n', log.Lines.Select(line => line.Text)),
            var count => string.Create(CultureInfo.InvariantCulture, $"{count} lines, the last ones:\n{string.Join('\n', log.Lines.TakeLast(MostLines).Select(line => line.Text))}"),
        }),
    ];
}
