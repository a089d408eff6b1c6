using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary>What a probe saw, as matchers look at it.</summary>
/// <param name="Exists">It is there.</param>
/// <param name="Text">What it says; empty if nothing.</param>
/// <param name="ExitCode">How it ended, where it is a command that did.</param>
/// <param name="Evidence">The same, to be quoted.</param>
public sealed record Observation(bool Exists, string Text, int? ExitCode, Evidence Evidence);
