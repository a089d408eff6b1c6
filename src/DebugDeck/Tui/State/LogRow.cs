using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;
using DebugDeck.Core.Text;

namespace DebugDeck.Tui.State;

/// <summary>A line of a log, safe to show.</summary>
internal sealed record LogRow(OutputChannel Channel, DateTimeOffset? At, string Text)
{
    private const int TabWidth = 4;

    public static LogRow From(LogLine line)
    {
        var text = VisibleText.Escape(line.Text.TrimEnd('\r'), keepTabs: true);
        return new LogRow(line.Channel, line.At, text.Contains('\t', StringComparison.Ordinal) ? text.Replace("\t", new string(' ', TabWidth), StringComparison.Ordinal) : text);
    }
}
