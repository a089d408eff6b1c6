using System.Globalization;
using DebugDeck.Core.Streams;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>One line of a log as text of different tones: its time, its output, what was searched for.</summary>
internal static class LogLineRuns
{
    private const string TimeFormat = "HH:mm:ss.fff ";

    /// <summary>What stands before a line: its time where times are shown, else nothing.</summary>
    public static string Time(LogsPage page, LogRow row) => page.Timestamps
        ? row.At?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) ?? new string(' ', TimeFormat.Length)
        : "";

    public static List<TextRun> Of(LogsPage page, LogRow row, bool isCurrent)
    {
        var runs = new List<TextRun> { new(Time(page, row), Tone.Dim) };
        var tone = row.Channel == OutputChannel.Error ? Tone.ErrorOutput : Tone.Normal;
        var from = 0;
        while (page.Search.Length > 0 && row.Text.IndexOf(page.Search, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            runs.Add(new TextRun(row.Text[from..at], tone));
            runs.Add(new TextRun(row.Text.Substring(at, page.Search.Length), isCurrent ? Tone.CurrentMatch : Tone.Match));
            from = at + page.Search.Length;
        }

        runs.Add(new TextRun(row.Text[from..], tone));
        return runs;
    }
}
