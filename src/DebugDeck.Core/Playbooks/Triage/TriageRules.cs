using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Playbooks.Inputs;

namespace DebugDeck.Core.Playbooks.Triage;

/// <summary>From evidence to a first look. Pure.</summary>
public static class TriageRules
{
    public static TriageReport Judge(IReadOnlyList<Playbook> playbooks, CaseEvidence evidence)
    {
        var symptoms = SymptomScan.Scan(playbooks, evidence);
        var suggestions = playbooks
            .Select(playbook => (Playbook: playbook, Found: symptoms.Where(match => match.Playbook == playbook.Name).ToList()))
            .Where(pair => pair.Found.Count > 0)
            .Select(pair => new PlaybookSuggestion(
                pair.Playbook, pair.Found, pair.Found.Sum(match => match.Count), InputGuess.Values(pair.Playbook, new Dictionary<string, string>(), evidence)))
            .OrderByDescending(suggestion => suggestion.Count)
            .ThenBy(suggestion => suggestion.Playbook.Name, StringComparer.Ordinal);
        return new TriageReport(evidence, symptoms, [.. suggestions]);
    }
}
