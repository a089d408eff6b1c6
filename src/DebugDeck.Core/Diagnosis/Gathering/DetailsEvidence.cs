using System.Globalization;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>How details of a target are shown and kept.</summary>
public static class DetailsEvidence
{
    public static EvidenceKind Kind { get; } = new EvidenceKind<DetailsRequest, TargetDetails>(
        "details", GatheringJson.Default.DetailsRequest, GatheringJson.Default.TargetDetails, Show, EvidenceSecrets.Redact);

    private static List<Evidence> Show(DetailsRequest request, TargetDetails details)
    {
        var target = details.Target;
        var shown = new List<Evidence> { new("status", null, target.Reason is { } reason ? $"{Word(target.State)}: {reason}" : Word(target.State)) };
        if (details.Command.Count > 0)
        {
            shown.Add(new Evidence("spec", "command", string.Join(' ', details.Command)));
        }

        if (details.LastEnd is { } end)
        {
            shown.Add(new Evidence("status", "last end", string.Create(CultureInfo.InvariantCulture, $"exit {end.ExitCode}{Suffix(end.Reason)}{Suffix(end.Message)}")));
        }

        shown.AddRange(details.Missing.Select(sentence => new Evidence("status", "not known", sentence)));
        return shown;
    }

    private static string Word(Enum state) => state.ToString().ToLowerInvariant();

    private static string Suffix(string? text) => string.IsNullOrEmpty(text) ? "" : $", {text}";
}
