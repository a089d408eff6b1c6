using DebugDeck.Tui.Messages;
using DebugDeck.Tui.Screens;

namespace DebugDeck.Tui.State;

/// <summary>What concerns the log page.</summary>
internal static class LogsReducer
{
    public static DeckState Reduce(DeckState state, LogsMessage message) => message switch
    {
        LogsMessage.Asked m => state.Open(id => new LogsPage(id, m.Target)),
        LogsMessage.Arrived m => state.Edit<LogsPage>(m.Page, page => page.Round == m.Round ? Add(page, m.Rows) : page),
        LogsMessage.Ended m => state.Edit<LogsPage>(m.Page, page => page.Round == m.Round ? page with { HasEnded = true, Problem = m.Problem } : page),
        LogsMessage.FollowTurned => state.EditVisible<LogsPage>(page => page with { Follow = !page.Follow, Top = LogsScreen.Top(state, page) }),
        LogsMessage.WrapTurned => state.EditVisible<LogsPage>(page => page with { Wrap = !page.Wrap, Left = 0, Top = LogsScreen.Top(state, page) }),
        LogsMessage.TimestampsTurned => state.EditVisible<LogsPage>(page => page with { Timestamps = !page.Timestamps }),
        LogsMessage.PreviousTurned => state.EditVisible<LogsPage>(AskAgain),
        LogsMessage.MatchMoved m => state.EditVisible<LogsPage>(page => Find(state, page, page.Match < 0 ? LogsScreen.Top(state, page) : page.Match + m.Step, m.Step)),
        LogsMessage.Shifted m => state.EditVisible<LogsPage>(page => page with { Left = page.Wrap ? 0 : Math.Max(0, page.Left + m.Columns) }),
        _ => state,
    };

    public static DeckState Move(DeckState state, LogsPage page, Motion motion)
    {
        var last = LogsScreen.LastTop(state, page);
        var top = ScrollPosition.Move(LogsScreen.Top(state, page), motion, last, TextScreen.Height(state));
        return GoTo(state, page, top, last, follow: motion == Motion.End || (page.Follow && top == last));
    }

    public static DeckState Scroll(DeckState state, LogsPage page, int rows)
    {
        var last = LogsScreen.LastTop(state, page);
        var top = Math.Clamp(LogsScreen.Top(state, page) + rows, 0, last);
        return GoTo(state, page, top, last, follow: page.Follow && top == last);
    }

    /// <summary>Looks for a text as it is typed, from what is visible on; an empty one ends the search.</summary>
    public static DeckState Search(DeckState state, string text) => state.EditVisible<LogsPage>(page => text.Length == 0
        ? page with { Search = "", Match = -1 }
        : Find(state, page with { Search = text }, page.Match >= 0 ? page.Match : LogsScreen.Top(state, page), step: 1));

    private static DeckState GoTo(DeckState state, LogsPage page, int top, int last, bool follow) =>
        state.EditVisible<LogsPage>(_ => page with { Top = Math.Min(top, last), Follow = follow });

    private static LogsPage Add(LogsPage page, IReadOnlyList<LogRow> arrived)
    {
        var rows = page.Rows.AddRange(arrived);
        var excess = Math.Max(0, rows.Count - LogsPage.Limit);
        return excess == 0 ? page with { Rows = rows } : page with
        {
            Rows = rows.RemoveRange(0, excess),
            Dropped = page.Dropped + excess,
            // What the user is reading stays where it is as long as it exists.
            Top = Math.Max(0, page.Top - excess),
            Match = page.Match < 0 ? -1 : Math.Max(-1, page.Match - excess),
        };
    }

    private static LogsPage AskAgain(LogsPage page) => new(page.Id, page.Target)
    {
        Previous = !page.Previous,
        Wrap = page.Wrap,
        Timestamps = page.Timestamps,
        Round = page.Round + 1,
    };

    // Wraps around at the ends, so that one key finds every match.
    private static LogsPage Find(DeckState state, LogsPage page, int from, int step)
    {
        var count = page.Rows.Count;
        for (var i = 0; i < count; i++)
        {
            var at = (((from + (i * step)) % count) + count) % count;
            if (page.Rows[at].Text.Contains(page.Search, StringComparison.OrdinalIgnoreCase))
            {
                var found = page with { Match = at, Follow = false };
                var top = LogsScreen.Top(state, page);
                var middle = Math.Clamp(at - (TextScreen.Height(state) / 2), 0, LogsScreen.LastTop(state, found));
                // Wrapped lines before the match may fill the screen by themselves.
                middle = LogsScreen.IsVisible(state, found, middle, at) ? middle : at;
                return found with { Top = LogsScreen.IsVisible(state, found, top, at) ? top : middle };
            }
        }

        return page with { Match = -1 };
    }
}
