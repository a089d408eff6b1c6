using DebugDeck.Tui.Keys;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;
using Terminal.Gui.Input;

namespace DebugDeck.Tui;

/// <summary>Turns keys into messages, by the one table. A key that cannot work now says why.</summary>
internal sealed class KeyRouter(DeckStore store)
{
    /// <summary>Whether the key meant something here. A text field takes what does not.</summary>
    public bool Route(Key key) => TerminalKeys.Name(key) is { } name && Press(name);

    /// <inheritdoc cref="Route"/>
    public bool Press(string key)
    {
        var state = store.State;
        var scope = KeyScopes.Of(state);
        if (KeyTable.Find(scope, key) is not { } command)
        {
            if (state.Prompt is null)
            {
                store.Dispatch(new DeckMessage.Noted(new Note($"{key} does nothing here: ? shows all keys")));
            }

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
