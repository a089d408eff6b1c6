using System.Text;
using DebugDeck.Output;

namespace DebugDeck.Tui.Screens;

/// <summary>Breaks a line at the right edge of the screen, wherever that is, as terminals do.</summary>
internal static class CellWrap
{
    /// <summary>The pieces of a line, each as wide as the screen at most; an empty line is one empty piece.</summary>
    public static IReadOnlyList<Range> Pieces(string text, int width)
    {
        width = Math.Max(2, width);
        var pieces = new List<Range>((text.Length / width) + 1);
        var start = 0;
        if (Ascii.IsValid(text))
        {
            for (; text.Length - start > width; start += width)
            {
                pieces.Add(start..(start + width));
            }

            pieces.Add(start..);
            return pieces;
        }

        while (true)
        {
            var piece = CellWidth.Start(text[start..], width).Length;
            if (piece >= text.Length - start)
            {
                pieces.Add(start..);
                return pieces;
            }

            pieces.Add(start..(start + piece));
            start += piece;
        }
    }
}
