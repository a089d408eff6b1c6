namespace DebugDeck.Core.Diagnosis.Cluster;

/// <summary>A NetworkPolicy that selects the target's pod.</summary>
/// <param name="Name">Its name, in the target's namespace.</param>
/// <param name="Selector">Which pods it selects, as written: <c>app=web</c>; empty for all.</param>
/// <param name="HasEgress">It limits what goes out; without a rule that allows it, nothing does.</param>
/// <param name="Egress">What may go out.</param>
public sealed record NetworkPolicyFact(string Name, string Selector, bool HasEgress, IReadOnlyList<PolicyRuleFact> Egress);
