using System.Globalization;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>How a process is shown and kept.</summary>
public static class ProcessEvidence
{
    public static EvidenceKind Kind { get; } = new EvidenceKind<ProcessRequest, ProcessFacts>(
        "process", GatheringJson.Default.ProcessRequest, GatheringJson.Default.ProcessFacts, Show, EvidenceSecrets.Redact);

    private static List<Evidence> Show(ProcessRequest request, ProcessFacts process)
    {
        var shown = new List<Evidence>();
        if (process.Command is { } command)
        {
            shown.Add(new Evidence("process", "cmdline", string.Join(' ', command)));
        }

        if (process.Environment is { } environment)
        {
            shown.Add(new Evidence("process", "environ", string.Create(CultureInfo.InvariantCulture, $"{environment.Count} variables")));
        }

        shown.AddRange(process.Missing.Select(sentence => new Evidence("process", "not known", sentence)));
        return shown;
    }
}
