namespace DebugDeck.Core.Targets.Details;

/// <summary>An address and the names it is given in <c>/etc/hosts</c>.</summary>
public sealed record HostAlias(string Address, IReadOnlyList<string> Names);
