using System.Globalization;
using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>The playbooks, and why they are where they are in the list.</summary>
internal static class PlaybooksScreen
{
    private const int NameWidth = 16;

    public static GridPicture Draw(DeckState state, PlaybooksPage page)
    {
        var width = DeckLayout.Of(state).Body.Width;
        var rows = page.Playbooks.Skip(page.Position.Top).Take(InventoryScreen.RowCount(state))
            .Select((playbook, at) => new GridRow([new TextRun(VisibleText.Escape(playbook.Name), Tone.Accent), Why(page, playbook)], page.Position.Top + at == page.Position.Selected));
        return new GridPicture([new GridColumn("PLAYBOOK", NameWidth), new GridColumn("WHAT IT HELPS AGAINST", Math.Max(1, width - NameWidth - 1))], [.. rows], Message(page));
    }

    public static string Facts(PlaybooksPage page) => page.Report switch
    {
        null => "looking at state, events and log",
        { Symptoms.Count: 0 } => "no known symptom",
        { Symptoms.Count: var count } => Count.Of(count, "symptom"),
    };

    private static TextRun Why(PlaybooksPage page, Playbook playbook) =>
        page.Report?.Suggestions.FirstOrDefault(suggestion => suggestion.Playbook.Name == playbook.Name) is { } suggestion
            ? new TextRun(VisibleText.Escape(string.Join("; ", suggestion.Symptoms.Select(match => match.Count > 1
                ? string.Create(CultureInfo.InvariantCulture, $"{match.Symptom.Title} ({match.Count} times)")
                : match.Symptom.Title))), Tone.Bad)
            : new TextRun(VisibleText.Escape(playbook.Title), Tone.Dim);

    private static IReadOnlyList<StyledLine> Message(PlaybooksPage page) => page switch
    {
        { Problem: { } problem } => [StyledLine.Of(VisibleText.Escape(problem.Message), Tone.Bad), StyledLine.Of(VisibleText.Escape(problem.Hint ?? ""), Tone.Normal)],
        { Report: null } => [StyledLine.Of("looking at state, events and log", Tone.Dim)],
        _ => [],
    };
}
