using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Playbooks;

/// <summary>A fix that stands in a playbook.</summary>
/// <param name="Rule">The rule whose findings it goes with; null for every finding of the step that is a warning or a problem.</param>
/// <param name="Fix">Its title and text may name inputs as <c>{{NAME}}</c>.</param>
public sealed record StepFix(string? Rule, Fix Fix);
