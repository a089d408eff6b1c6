using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Hosts;

/// <summary>One look at a host.</summary>
/// <param name="Status">How the host is doing.</param>
/// <param name="Targets">Everything on it, running or not; empty when it does not answer.</param>
public sealed record Inventory(HostStatus Status, IReadOnlyList<Target> Targets);
