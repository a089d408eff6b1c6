using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>A way to be tried, before the server was asked.</summary>
/// <param name="Candidate">What the plan will list.</param>
/// <param name="Manifest">What the server is asked to take; null where nothing is sent (exec in the target).</param>
/// <param name="EquivalentCommand">The kubectl command that would do the same.</param>
/// <param name="Starts">False where the kubelet would refuse what the server takes.</param>
internal sealed record DraftCandidate(PlanCandidate Candidate, string? Manifest, string EquivalentCommand, bool Starts = true);
