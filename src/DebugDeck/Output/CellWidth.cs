using System.Text;
using Wcwidth;

namespace DebugDeck.Output;

/// <summary>How many terminal cells text takes: East Asian characters take two, combining marks none.</summary>
internal static class CellWidth
{
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>The longest beginning of <paramref name="text"/> that takes at most <paramref name="cells"/>.</summary>
    public static string Start(string text, int cells)
    {
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            cells -= Of(rune);
            if (cells < 0)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }

    /// <summary>The longest end of <paramref name="text"/> that takes at most <paramref name="cells"/>.</summary>
    public static string End(string text, int cells)
    {
        var from = 0;
        var width = Of(text);
        foreach (var rune in text.EnumerateRunes())
        {
            if (width <= cells)
            {
                break;
            }

            width -= Of(rune);
            from += rune.Utf16SequenceLength;
        }

        return text[from..];
    }

    private static int Of(Rune rune) => rune.IsAscii ? 1 : Math.Max(0, UnicodeCalculator.GetWidth(rune));
}
