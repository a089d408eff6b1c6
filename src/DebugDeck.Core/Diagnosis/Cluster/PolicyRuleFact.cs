namespace DebugDeck.Core.Diagnosis.Cluster;

/// <summary>One rule of a policy: to any of these peers, on any of these ports.</summary>
/// <param name="Peers">Empty for everybody.</param>
/// <param name="Ports">Empty for all ports and protocols.</param>
public sealed record PolicyRuleFact(IReadOnlyList<PolicyPeerFact> Peers, IReadOnlyList<PolicyPortFact> Ports);
