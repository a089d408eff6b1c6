using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Hosts;

/// <summary>How a host is doing. An absent engine is no error of the program: it is a host with a reason.</summary>
/// <param name="State">Reachable or not.</param>
/// <param name="Reason">Why not, in one sentence; of a reachable host: what of it is not shown, and why; of one that is being asked: what it waits for. Null while all is well.</param>
/// <param name="Version">The engine's version, once known.</param>
/// <param name="Trouble">The kind of trouble that <paramref name="Reason"/> tells of, where it is not simply out of reach.</param>
public sealed record HostStatus(HostState State, string? Reason = null, string? Version = null, ErrorKind? Trouble = null)
{
    public static HostStatus Connecting { get; } = new(HostState.Connecting);
}
