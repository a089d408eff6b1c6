using DebugDeck.Core.Playbooks.Inputs;

namespace DebugDeck.Core.Playbooks.Triage;

/// <summary>A playbook that is worth running, and why.</summary>
/// <param name="Playbook">The playbook.</param>
/// <param name="Symptoms">The symptoms it knows that were found.</param>
/// <param name="Count">How often they were, all together.</param>
/// <param name="Inputs">Its inputs as far as they could be guessed.</param>
public sealed record PlaybookSuggestion(Playbook Playbook, IReadOnlyList<SymptomMatch> Symptoms, int Count, IReadOnlyList<InputValue> Inputs);
