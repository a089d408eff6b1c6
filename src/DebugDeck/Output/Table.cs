using System.Text;

namespace DebugDeck.Output;

/// <summary>A table as kubectl draws them: upper-case headers, three spaces between columns, no lines.</summary>
internal sealed class Table(params IReadOnlyList<Column> columns)
{
    private readonly List<Cell[]> _rows = [];

    public void Add(params Cell[] cells)
    {
        if (cells.Length != columns.Count)
        {
            throw new ArgumentException($"a row of {cells.Length} cells in a table of {columns.Count} columns", nameof(cells));
        }

        _rows.Add(cells);
    }

    /// <summary>What the rows so far need; a stream of rows keeps it.</summary>
    /// <param name="room">The width to fit into; null to show everything.</param>
    public TableLayout Layout(int? room = null)
    {
        var needed = columns.Select((column, at) => _rows.Select(row => CellWidth.Of(row[at].Text)).Append(column.Header.Length).Max()).ToList();
        return room is { } cells ? TableLayout.Fitted(columns, needed, cells) : TableLayout.Natural(needed);
    }

    /// <summary>The whole table, a line for the headers and one for each row.</summary>
    public string Render(Palette palette, int? room = null) => Render(palette, Layout(room), withHeader: true);

    public string Render(Palette palette, TableLayout layout, bool withHeader)
    {
        var text = new StringBuilder();
        if (withHeader)
        {
            Line(text, [.. columns.Select(column => new Cell(column.Header, Ink.Heading))], layout, palette);
        }

        foreach (var row in _rows)
        {
            Line(text, row, layout, palette);
        }

        return text.ToString();
    }

    private void Line(StringBuilder text, Cell[] row, TableLayout layout, Palette palette)
    {
        var pending = 0;
        for (var at = 0; at < row.Length; at++)
        {
            if (layout.Widths[at] is not { } width)
            {
                continue;
            }

            var shown = layout.Shortens ? Shorten(row[at].Text, width, columns[at].Shortening) : row[at].Text;
            var padding = Math.Max(0, width - CellWidth.Of(shown));
            text.Append(' ', pending + (columns[at].AlignRight ? padding : 0)).Append(palette.Paint(shown, row[at].Ink));
            pending = TableLayout.Gap + (columns[at].AlignRight ? 0 : padding);
        }

        text.Append('\n');
    }

    private static string Shorten(string text, int width, Shortening shortening) => shortening switch
    {
        _ when CellWidth.Of(text) <= width => text,
        Shortening.Start => "…" + CellWidth.End(text, width - 1),
        Shortening.End => CellWidth.Start(text, width - 1) + "…",
        _ => text,
    };
}
