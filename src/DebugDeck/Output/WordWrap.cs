using System.Text;
using DebugDeck.Core.Text;

namespace DebugDeck.Output;

/// <summary>Text of several lines as a paragraph: hostile characters made visible, each line indented and broken at blanks.</summary>
internal static class WordWrap
{
    /// <param name="text">May have several lines; they stay lines.</param>
    /// <param name="indent">Put before each line.</param>
    /// <param name="columns">Where lines are broken; null for nowhere, which is what a pipe wants.</param>
    public static string Paragraph(string text, string indent, int? columns)
    {
        var written = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            foreach (var piece in Break(VisibleText.Escape(line), Math.Max(20, (columns ?? int.MaxValue) - indent.Length - 1)))
            {
                written.Append(indent).Append(piece).Append('\n');
            }
        }

        return written.ToString();
    }

    private static IEnumerable<string> Break(string line, int width)
    {
        while (line.Length > width)
        {
            var end = line.LastIndexOf(' ', width) is > 0 and var blank ? blank : width;
            yield return line[..end];
            line = line[end..].TrimStart(' ');
        }

        yield return line;
    }
}
