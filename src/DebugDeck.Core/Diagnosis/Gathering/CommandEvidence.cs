using System.Globalization;
using DebugDeck.Core.Debugging;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>How a command's answer is shown and kept.</summary>
public static class CommandEvidence
{
    private const int MostCharacters = 2000;

    public static EvidenceKind Kind { get; } = new EvidenceKind<CommandRequest, CommandResult>(
        "exec", GatheringJson.Default.CommandRequest, GatheringJson.Default.CommandResult, Show, EvidenceSecrets.Redact);

    private static IReadOnlyList<Evidence> Show(CommandRequest request, CommandResult result)
    {
        var end = result.ExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"exit {code}") : "ended at its time limit";
        var said = (result.Output + result.Error).Trim();
        said = said.Length > MostCharacters ? said[..MostCharacters] + "…" : said;
        return [new("exec", ShellText.Line(request.Arguments), said.Length == 0 ? end : $"{said}\n({end})")];
    }
}
