using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>The pages that are a text to scroll.</summary>
internal static class TextScreen
{
    /// <summary>How many lines are visible at a time.</summary>
    public static int Height(DeckState state) => DeckLayout.Of(state).Body.Height;

    /// <summary>All lines of the visible page; none for a page that is not a text.</summary>
    public static IReadOnlyList<StyledLine> Lines(DeckState state)
    {
        var width = DeckLayout.Of(state).Body.Width;
        return state.Page switch
        {
            DetailsPage page => DetailsScreen.Lines(state, state.Targets.GetValueOrDefault(page.Target), width, page),
            PlanPage page => PlanScreen.Lines(state, page, width),
            CopyPage page => CopyScreen.Lines(state, page, width),
            HelpPage => HelpScreen.Lines(width),
            _ => [],
        };
    }

    public static LinesPicture Draw(DeckState state)
    {
        var top = state.Page switch
        {
            DetailsPage page => page.Top,
            PlanPage page => page.Top,
            HelpPage page => page.Top,
            _ => 0,
        };
        return new LinesPicture([.. Lines(state).Skip(top).Take(Height(state))]);
    }
}
