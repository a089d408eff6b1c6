using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary>What it means if an expectation does not hold.</summary>
public sealed record ProbeVerdict(Severity Severity, string Title, string Explanation, IReadOnlyList<string> Links);
