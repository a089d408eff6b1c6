namespace DebugDeck.Core.Hosts;

/// <summary>How a host is doing. An absent engine is no error of the program: it is a host with a reason.</summary>
/// <param name="State">Reachable or not.</param>
/// <param name="Reason">Why not, in one sentence; null while all is well.</param>
/// <param name="Version">The engine's version, once known.</param>
public sealed record HostStatus(HostState State, string? Reason = null, string? Version = null)
{
    public static HostStatus Connecting { get; } = new(HostState.Connecting);
}
