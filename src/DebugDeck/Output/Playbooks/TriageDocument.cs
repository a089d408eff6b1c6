using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;
using DebugDeck.Output.Documents;

namespace DebugDeck.Output.Playbooks;

/// <summary>What <c>triage -o json</c> prints.</summary>
internal sealed record TriageDocument(
    int SchemaVersion,
    string Target,
    string State,
    string? Reason,
    int Restarts,
    IReadOnlyList<SymptomDocument> Symptoms,
    IReadOnlyList<SuggestionDocument> Suggestions,
    IReadOnlyList<string> Missing)
{
    public static TriageDocument From(Target target, TriageReport report) => new(
        1,
        target.Address.ToString(),
        DocumentWord.Of(target.State),
        target.Reason,
        target.Restarts,
        [.. report.Symptoms.Select(SymptomDocument.From)],
        [.. report.Suggestions.Select(suggestion => SuggestionDocument.From(target, suggestion))],
        [.. TriageWords.Missing(report)]);
}

/// <summary>A symptom in a document.</summary>
internal sealed record SymptomDocument(string Playbook, string Id, string Title, string Place, int Count, DateTimeOffset? First, DateTimeOffset? Last, string Example)
{
    public static SymptomDocument From(SymptomMatch match) =>
        new(match.Playbook, match.Symptom.Id, match.Symptom.Title, match.Place, match.Count, match.First, match.Last, Redaction.Text(match.Example));
}

/// <summary>A playbook that is worth running, in a document.</summary>
internal sealed record SuggestionDocument(string Playbook, string Title, int Count, IReadOnlyDictionary<string, string> Inputs, string Command)
{
    public static SuggestionDocument From(Target target, PlaybookSuggestion suggestion) => new(
        suggestion.Playbook.Name,
        suggestion.Playbook.Title,
        suggestion.Count,
        suggestion.Inputs.Where(input => input.Value is not null).ToDictionary(input => input.Input.Name, input => Redaction.Variable(input.Input.Name, input.Value!)),
        TriageWords.Command(target, suggestion));
}
