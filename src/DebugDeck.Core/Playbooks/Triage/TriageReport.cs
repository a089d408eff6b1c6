using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Triage;

/// <summary>What a first look at a target says: symptoms, and the playbooks that help, best first.</summary>
/// <param name="Evidence">What was read.</param>
/// <param name="Symptoms">See <see cref="SymptomScan"/>.</param>
/// <param name="Suggestions">One for each playbook that knows one of them.</param>
public sealed record TriageReport(CaseEvidence Evidence, IReadOnlyList<SymptomMatch> Symptoms, IReadOnlyList<PlaybookSuggestion> Suggestions);
