using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.Core.Targets;

namespace DebugDeck.Output.Playbooks;

/// <summary>What a first look is put into words with.</summary>
internal static class TriageWords
{
    /// <summary>The command that runs a suggestion, with the inputs that are worth saying.</summary>
    public static string Command(Target target, PlaybookSuggestion suggestion)
    {
        var words = new List<string> { "debugdeck", "run", suggestion.Playbook.Name, target.Address.ToString() };
        if (target.Address.Kind == AddressKind.Pod && target.Project is { } space)
        {
            words.AddRange(["-n", space]);
        }

        foreach (var input in suggestion.Inputs.Where(input => input.Value is not null && input.Origin.Contains("log", StringComparison.Ordinal)))
        {
            words.AddRange(["--set", $"{input.Input.Name}={input.Value}"]);
        }

        return ShellText.Line(words);
    }

    /// <summary>What could not be read.</summary>
    public static IEnumerable<string> Missing(TriageReport report) => report.Evidence.Answers
        .Where(answer => answer.Gap is not null && answer.Request is not LogTailRequest { Previous: true })
        .Select(answer => $"{answer.Request.Key}: {answer.Gap!.Reason}")
        .Concat(report.Evidence.Details?.Missing ?? []);
}
