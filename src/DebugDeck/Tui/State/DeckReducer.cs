using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.State;

/// <summary>What concerns the program as a whole.</summary>
internal static class DeckReducer
{
    public static DeckState Reduce(DeckState state, DeckMessage message) => message switch
    {
        DeckMessage.Ticked m => state with { Now = m.Now },
        // Heights changed, so the list may have to scroll to keep its selection visible.
        DeckMessage.Resized m => state.Size == m.Size ? state : MoveReducer.Fit(state with { Size = m.Size }),
        DeckMessage.Noted m => state.Note == m.Note ? state : state with { Note = m.Note },
        DeckMessage.HelpAsked => state.Page is HelpPage ? state : state.Open(id => new HelpPage(id)),
        DeckMessage.Closed => state.Close(),
        DeckMessage.QuitAsked => state with { IsQuitting = true },
        _ => state,
    };
}
