using DebugDeck.Core.Hosts;

namespace DebugDeck.Tui.State;

/// <summary>A host as last heard of.</summary>
/// <param name="Info">Which one.</param>
/// <param name="Status">How it is doing.</param>
/// <param name="Round">Counts the user's requests to look again; a new number makes a new watch.</param>
internal sealed record HostEntry(HostInfo Info, HostStatus Status, int Round = 0)
{
    /// <summary>The namespaces that are looked at; null where there are none.</summary>
    public NamespaceScope? Scope { get; init; }
}
