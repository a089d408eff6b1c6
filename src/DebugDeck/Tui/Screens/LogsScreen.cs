using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>The log of a target. Only visible lines are ever looked at, however long the log is.</summary>
internal static class LogsScreen
{
    /// <summary>The first visible line.</summary>
    public static int Top(DeckState state, LogsPage page)
    {
        var last = LastTop(state, page);
        return page.Follow ? last : Math.Clamp(page.Top, 0, last);
    }

    /// <summary>The first visible line when the end of the log is at the end of the screen.</summary>
    public static int LastTop(DeckState state, LogsPage page)
    {
        var body = DeckLayout.Of(state).Body;
        var room = body.Height;
        var top = page.Rows.Count;
        while (top > 0 && (room -= Height(page, page.Rows[top - 1], body.Width)) >= 0)
        {
            top--;
        }

        // A last line that alone is taller than the screen is still shown from its start.
        return Math.Clamp(top, 0, Math.Max(0, page.Rows.Count - 1));
    }

    /// <summary>Whether a line is on the screen that begins with <paramref name="top"/>, whole or in part.</summary>
    public static bool IsVisible(DeckState state, LogsPage page, int top, int line)
    {
        var body = DeckLayout.Of(state).Body;
        var room = body.Height;
        for (var at = top; at < line && room > 0; at++)
        {
            room -= Height(page, page.Rows[at], body.Width);
        }

        return line >= top && room > 0;
    }

    public static LinesPicture Draw(DeckState state, LogsPage page)
    {
        var body = DeckLayout.Of(state).Body;
        var lines = new List<StyledLine>(body.Height);
        for (var at = Top(state, page); at < page.Rows.Count && lines.Count < body.Height; at++)
        {
            var runs = LogLineRuns.Of(page, page.Rows[at], at == page.Match);
            lines.AddRange(page.Wrap ? Wrapped(runs, body.Width) : [new StyledLine(RunSlice.Cut(runs, page.Left, int.MaxValue), [])]);
        }

        return page.Rows.IsEmpty ? new LinesPicture([Nothing(page)]) : new LinesPicture(lines);
    }

    public static IReadOnlyList<TextRun> Facts(LogsPage page)
    {
        var lines = Count.Of(page.Dropped + page.Rows.Count, "line");
        var mode = page.HasEnded ? "ended" : page.Follow ? "following" : "standing";
        return [new TextRun(page.Previous ? $"previous run, {mode}, {lines}" : $"{mode}, {lines}", page.Follow && !page.HasEnded ? Tone.Good : Tone.Dim)];
    }

    private static StyledLine Nothing(LogsPage page) => page.Problem is { } problem
        ? StyledLine.Of(VisibleText.Escape(problem.Message), Tone.Bad)
        : StyledLine.Of(page.HasEnded ? "the log is empty" : "no lines yet", Tone.Dim);

    private static IEnumerable<StyledLine> Wrapped(List<TextRun> runs, int width)
    {
        var text = string.Concat(runs.Select(run => run.Text));
        foreach (var piece in CellWrap.Pieces(text, width))
        {
            var (start, length) = piece.GetOffsetAndLength(text.Length);
            yield return new StyledLine(RunSlice.Cut(runs, start, length), []);
        }
    }

    private static int Height(LogsPage page, LogRow row, int width) =>
        page.Wrap ? CellWrap.Pieces(LogLineRuns.Time(page, row) + row.Text, width).Count : 1;
}
