namespace DebugDeck.Output;

/// <summary>The widths of a table's columns.</summary>
/// <param name="Widths">One for each column; null for a column that is left out.</param>
/// <param name="Shortens">Longer cells are shortened to the width; else they push the rest of their line to the right.</param>
internal sealed record TableLayout(IReadOnlyList<int?> Widths, bool Shortens)
{
    public const int Gap = 3;

    // A shortened cell keeps enough to be recognized.
    private const int LeastShortened = 16;

    /// <summary>As wide as the cells need.</summary>
    public static TableLayout Natural(IReadOnlyList<int> needed) => new([.. needed.Select(width => (int?)width)], Shortens: false);

    /// <summary>Wide enough for both; a layout that fits a terminal stays as it is.</summary>
    public TableLayout GrownTo(TableLayout other) => Shortens
        ? this
        : new TableLayout([.. Widths.Zip(other.Widths, (ours, theirs) => ours >= theirs ? ours : theirs)], Shortens: false);

    /// <summary>Within <paramref name="room"/> cells, if it can be done.</summary>
    public static TableLayout Fitted(IReadOnlyList<Column> columns, IReadOnlyList<int> needed, int room)
    {
        int?[] widths = [.. needed.Select(width => (int?)width)];
        Shorten(columns, widths, room);
        foreach (var column in columns.Where(column => column.LeaveOut > 0).OrderBy(column => column.LeaveOut))
        {
            if (Excess(widths, room) <= 0)
            {
                break;
            }

            // What leaving out gains is given back to the columns that were shortened.
            var gone = columns.Index().First(one => one.Item == column).Index;
            widths = [.. needed.Select((width, at) => widths[at] is null || at == gone ? (int?)null : width)];
            Shorten(columns, widths, room);
        }

        return new TableLayout(widths, Shortens: true);
    }

    // Takes from the widest column that may be shortened, cell by cell, so that no column suffers before a wider one.
    private static void Shorten(IReadOnlyList<Column> columns, int?[] widths, int room)
    {
        for (var excess = Excess(widths, room); excess > 0; excess--)
        {
            var widest = -1;
            for (var at = 0; at < widths.Length; at++)
            {
                if (columns[at].Shortening != Shortening.None && widths[at] > LeastShortened && (widest < 0 || widths[at] > widths[widest]))
                {
                    widest = at;
                }
            }

            if (widest < 0)
            {
                return;
            }

            widths[widest]--;
        }
    }

    private static int Excess(IEnumerable<int?> widths, int room) => widths.OfType<int>().Sum(width => width + Gap) - Gap - room;
}
