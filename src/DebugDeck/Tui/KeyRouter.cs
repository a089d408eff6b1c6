using DebugDeck.Tui.Keys;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;
using Terminal.Gui.Input;

namespace DebugDeck.Tui;

/// <summary>Turns keys into messages, by the one table. A key that cannot work now says why.</summary>
internal sealed class KeyRouter(DeckStore store)
{
    /// <summary>Whether the key meant something here.</summary>
    public bool Route(Key key) => TerminalKeys.Name(key) is { } name && Press(name);

    /// <inheritdoc cref="Route"/>
    public bool Press(string key)
    {
        var state = store.State;
        if (KeyTable.Find(KeyScopes.Of(state), key) is not { } command)
        {
            return false;
        }

        if (command.Unavailable(state) is { } reason)
        {
            store.Dispatch(new DeckMessage.Noted(new Note(reason)));
        }
        else
        {
            store.Dispatch(new DeckMessage.Noted(null));
            store.Dispatch(command.Intent(state));
        }

        return true;
    }
}
