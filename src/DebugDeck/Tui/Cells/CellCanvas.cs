using System.Drawing;
using System.Globalization;
using System.Text;
using Terminal.Gui.Drivers;
using Terminal.Gui.Text;
using Attribute = Terminal.Gui.Drawing.Attribute;

namespace DebugDeck.Tui.Cells;

/// <summary>
/// Writes text straight into the driver's cells and marks only those dirty that really change. Terminal.Gui's own drawing marks every
/// cell it touches, which costs fifty times the time and twenty times the bytes.
/// </summary>
internal readonly ref struct CellCanvas
{
    private const string Ellipsis = "…";

    // One string for each ASCII character: writing a screen must not allocate one per cell.
    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(code => code is < 32 or 127 ? " " : ((char)code).ToString())];

    private readonly IOutputBuffer _buffer;
    private readonly Rectangle _area;
    private readonly Rectangle[] _clip;
    private readonly bool _isWhollyVisible;

    public CellCanvas(IOutputBuffer buffer, Rectangle area, Rectangle[] clip)
    {
        _buffer = buffer;
        _area = area;
        _clip = clip;
        _isWhollyVisible = clip.Length == 1 && clip[0].Contains(area);
    }

    public int Width => _area.Width;

    public int Height => _area.Height;

    /// <summary>
    /// Writes into the columns from <paramref name="x"/> to before <paramref name="end"/> of a row: what is too long ends in an ellipsis, what is too
    /// short is filled up with blanks. Returns <paramref name="end"/>.
    /// </summary>
    public int Put(int x, int y, int end, ReadOnlySpan<char> text, Attribute attribute, bool alignEnd = false)
    {
        end = Math.Min(end, Width);
        if (y < 0 || y >= Height || x >= end)
        {
            return Math.Max(x, end);
        }

        var at = alignEnd && Columns(text) is var columns && columns < end - x ? Blank(x, y, end - columns, attribute) : x;
        at = WriteText(at, y, end, text, attribute);
        return Blank(at, y, end, attribute);
    }

    /// <summary>Writes as much as there is, at most to before <paramref name="end"/>; returns the column after it.</summary>
    public int Append(int x, int y, int end, ReadOnlySpan<char> text, Attribute attribute)
    {
        end = Math.Min(end, Width);
        return y < 0 || y >= Height || x >= end ? x : WriteText(x, y, end, text, attribute);
    }

    /// <summary>How many columns a text takes.</summary>
    public static int Columns(ReadOnlySpan<char> text) => System.Text.Ascii.IsValid(text) ? text.Length : text.ToString().GetColumns();

    private int WriteText(int x, int y, int end, ReadOnlySpan<char> text, Attribute attribute)
    {
        while (text.Length > 0 && x < end)
        {
            var length = char.IsAscii(text[0]) && (text.Length == 1 || char.IsAscii(text[1])) ? 1 : StringInfo.GetNextTextElementLength(text);
            var grapheme = length == 1 && char.IsAscii(text[0]) ? Ascii[text[0]] : text[..length].ToString();
            text = text[length..];
            // Control characters must not reach the terminal, whatever got them here.
            grapheme = Rune.IsControl(Rune.GetRuneAt(grapheme, 0)) ? " " : grapheme;
            var width = length == 1 && char.IsAscii(grapheme[0]) ? 1 : Math.Clamp(grapheme.GetColumns(), 0, 2);
            if (width == 0)
            {
                continue;
            }

            if (x + width > end || (text.Length > 0 && x + width == end))
            {
                Set(x++, y, Ellipsis, attribute);
                break;
            }

            Set(x, y, grapheme, attribute);
            if (width == 2)
            {
                Cover(x + 1, y, attribute);
            }

            x += width;
        }

        return x;
    }

    private int Blank(int x, int y, int end, Attribute attribute)
    {
        for (; x < end; x++)
        {
            Set(x, y, " ", attribute);
        }

        return x;
    }

    private void Set(int x, int y, string grapheme, Attribute attribute)
    {
        x += _area.X;
        y += _area.Y;
        if (!IsVisible(x, y))
        {
            return;
        }

        ref var cell = ref _buffer.Contents![y, x];
        if (cell.Grapheme == grapheme && cell.Attribute == attribute)
        {
            return;
        }

        cell.Grapheme = grapheme;
        cell.Attribute = attribute;
        cell.IsDirty = true;
        _buffer.DirtyLines[y] = true;
    }

    // The second half of a wide character: the driver skips it, so it must not be sent by itself.
    private void Cover(int x, int y, Attribute attribute)
    {
        x += _area.X;
        y += _area.Y;
        if (IsVisible(x, y))
        {
            ref var cell = ref _buffer.Contents![y, x];
            cell.Grapheme = " ";
            cell.Attribute = attribute;
            cell.IsDirty = false;
        }
    }

    private bool IsVisible(int x, int y)
    {
        if (_isWhollyVisible)
        {
            return true;
        }

        foreach (var rectangle in _clip)
        {
            if (rectangle.Contains(x, y))
            {
                return true;
            }
        }

        return false;
    }
}
