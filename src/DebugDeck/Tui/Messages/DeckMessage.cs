using DebugDeck.Core.Debugging;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What concerns the program as a whole.</summary>
internal abstract record DeckMessage : Message
{
    private DeckMessage()
    {
    }

    /// <summary>Time went on.</summary>
    internal sealed record Ticked(DateTimeOffset Now) : DeckMessage;

    /// <summary>The terminal has another size.</summary>
    internal sealed record Resized(TerminalSize Size) : DeckMessage;

    /// <summary>Something to say in the status line; null takes it away.</summary>
    internal sealed record Noted(Note? Note) : DeckMessage;

    internal sealed record HelpAsked : DeckMessage;

    /// <summary>Leave the visible page.</summary>
    internal sealed record Closed : DeckMessage;

    internal sealed record QuitAsked : DeckMessage;
}
