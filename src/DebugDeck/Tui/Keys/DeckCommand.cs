using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>Something the user can do with a key.</summary>
/// <param name="Name">Unique: <c>logs.follow</c>.</param>
/// <param name="Scope">Where.</param>
/// <param name="Keys">The keys, as they are written on the screen.</param>
/// <param name="Title">One word for the foot of the screen.</param>
/// <param name="Help">One sentence for the page of all keys.</param>
/// <param name="Intent">What it does.</param>
internal sealed record DeckCommand(
    string Name,
    KeyScope Scope,
    IReadOnlyList<string> Keys,
    string Title,
    string Help,
    Func<DeckState, Message> Intent)
{
    /// <summary>Why it cannot be used now; null if it can.</summary>
    public Func<DeckState, string?> Unavailable { get; init; } = static _ => null;

    /// <summary>Its place at the foot of the screen where room is short: smaller stays longer, 0 is never shown there.</summary>
    public int FootRank { get; init; }
}
