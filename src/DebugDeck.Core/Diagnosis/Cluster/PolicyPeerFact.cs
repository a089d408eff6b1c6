namespace DebugDeck.Core.Diagnosis.Cluster;

/// <summary>Whom a rule allows. Selectors are as <c>kubectl -l</c> takes them: <c>app=web,tier in (a,b)</c>.</summary>
/// <param name="PodSelector">Null if the peer has none; empty for all pods.</param>
/// <param name="NamespaceSelector">Null if the peer has none, which means the policy's own namespace; empty for all namespaces.</param>
/// <param name="Cidr">An address block; null if the peer is no block.</param>
/// <param name="Except">Blocks within it that are not allowed.</param>
public sealed record PolicyPeerFact(string? PodSelector, string? NamespaceSelector, string? Cidr, IReadOnlyList<string> Except);
