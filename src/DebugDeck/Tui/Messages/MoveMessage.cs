using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>Moving about in whatever is visible.</summary>
internal abstract record MoveMessage : Message
{
    private MoveMessage()
    {
    }

    internal sealed record Moved(Motion Motion) : MoveMessage;

    /// <summary>The wheel was turned; positive is down.</summary>
    internal sealed record Scrolled(int Rows) : MoveMessage;

    /// <summary>A row of the visible list was clicked.</summary>
    internal sealed record RowChosen(int VisibleRow) : MoveMessage;
}
