using DebugDeck.Core.Text;
using DebugDeck.Tui.Keys;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>The whole screen for a state. Pure, and cheap: only what is visible is looked at.</summary>
internal static class DeckScreen
{
    public static DeckPicture Draw(DeckState state)
    {
        var layout = DeckLayout.Of(state);
        return new DeckPicture
        {
            Layout = layout,
            Title = TitleLine.Draw(state),
            Hosts = state.Page is null ? HostLines.Draw(state) : LinesPicture.Empty,
            Grid = state.Page switch
            {
                null => InventoryScreen.Draw(state),
                FilesPage page => FilesScreen.Draw(state, page),
                PickPage page => PickScreen.Draw(state, page),
                PlaybooksPage page => PlaybooksScreen.Draw(state, page),
                RunPage page => RunScreen.Draw(state, page),
                _ => null,
            },
            Text = state.Page switch
            {
                null or FilesPage or PickPage or PlaybooksPage or RunPage => null,
                LogsPage page => LogsScreen.Draw(state, page),
                _ => TextScreen.Draw(state),
            },
            Side = layout.Side.Width > 0 ? Side(state, layout) : null,
            Status = StatusText.Draw(state),
            Foot = KeyFootItems.Of(state, layout.Foot.Width),
        };
    }

    private static LinesPicture Side(DeckState state, DeckLayout layout) => state.Page is RunPage run ? RunScreen.Side(run, layout.Side.Width, layout.Side.Height)
        : state.Subject is { } target
        ? new LinesPicture([StyledLine.Of(VisibleText.Escape(target.Name), Tone.Strong), .. DetailsScreen.Lines(state, target, layout.Side.Width).Take(layout.Side.Height - 1)])
        : LinesPicture.Empty;
}
