using System.Globalization;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>The first line: where the user is.</summary>
internal static class TitleLine
{
    public static StyledLine Draw(DeckState state) => state.Page switch
    {
        null => InventoryScreen.DrawTitle(state),
        LogsPage page => Of(state, page, "log", LogsScreen.Facts(page)),
        FilesPage page => Of(state, page, VisibleText.Escape(page.Path), [new TextRun(Facts(page), Tone.Dim)]),
        CopyPage page => Of(state, page, "copy", []),
        PlanPage page => Of(state, page, "a shell beside it", []),
        PickPage page => PickScreen.DrawTitle(page),
        PlaybooksPage page => Of(state, page, "playbooks", [new TextRun(PlaybooksScreen.Facts(page), Tone.Dim)]),
        RunPage page => Of(state, page, VisibleText.Escape(page.Playbook.Title), [RunScreen.Facts(state, page)]),
        DetailsPage page => Of(state, page, "details", []),
        _ => StyledLine.Of(new TextRun("DebugDeck", Tone.Accent), " › all keys"),
    };

    private static StyledLine Of(DeckState state, TargetPage page, string what, IReadOnlyList<TextRun> end)
    {
        var name = state.Targets.GetValueOrDefault(page.Target)?.Name ?? page.Target.Id;
        return new StyledLine([new TextRun(VisibleText.Escape(name), Tone.Accent), " › " + what], end);
    }

    private static string Facts(FilesPage page)
    {
        var count = page.Entries.Count.ToString("N0", CultureInfo.InvariantCulture);
        return page.IsComplete ? count + (page.Entries.Count == 1 ? " entry" : " entries") : $"reading, {count} so far";
    }
}
