using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>The list to pick a namespace or a context from.</summary>
internal static class PickScreen
{
    private const int NoteWidth = 12;

    public static GridPicture Draw(DeckState state, PickPage page)
    {
        var name = Math.Max(1, DeckLayout.Of(state).Body.Width - NoteWidth - 1);
        var rows = page.Shown.Skip(page.Position.Top).Take(InventoryScreen.RowCount(state))
            .Select((entry, at) => new GridRow([VisibleText.Escape(entry), new TextRun(Note(state, page, entry), Tone.Good)], page.Position.Top + at == page.Position.Selected));
        return new GridPicture([new GridColumn(page.Kind == PickKind.Contexts ? "CONTEXT" : "NAMESPACE", name), new GridColumn("", NoteWidth)], [.. rows], Message(page));
    }

    public static StyledLine DrawTitle(PickPage page)
    {
        var what = page.Kind == PickKind.Contexts ? " › contexts" : $" › namespaces of {VisibleText.Escape(page.Host)}";
        return new StyledLine([new TextRun("DebugDeck", Tone.Accent), what], page.Remark is { } remark ? [new TextRun(VisibleText.Escape(remark), Tone.Dim)] : []);
    }

    private static string Note(DeckState state, PickPage page, string entry)
    {
        if (page.Kind == PickKind.Contexts)
        {
            return state.Host(entry) is null ? "" : "shown";
        }

        var scope = state.Host(page.Host)?.Scope;
        return scope switch
        {
            { IsAll: true } => entry == PickPage.All ? "shown" : "",
            _ => scope?.Names.Contains(entry) == true ? "shown" : "",
        };
    }

    private static IReadOnlyList<StyledLine> Message(PickPage page) => page.Shown.Length > 0
        ? []
        : [StyledLine.Of(page.IsComplete ? "nothing matches; Enter takes what was typed" : "asking", Tone.Dim)];
}
