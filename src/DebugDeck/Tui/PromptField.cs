using Terminal.Gui.Input;
using Terminal.Gui.Views;

namespace DebugDeck.Tui;

/// <summary>The text field at the foot of the screen. Keys of the table count before its own.</summary>
internal sealed class PromptField(KeyRouter router) : TextField
{
    protected override bool OnKeyDown(Key key) => router.Route(key) || base.OnKeyDown(key);
}
