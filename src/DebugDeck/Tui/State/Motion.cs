namespace DebugDeck.Tui.State;

/// <summary>The ways to move in a list or a text.</summary>
internal enum Motion
{
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
}
