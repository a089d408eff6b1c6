using DebugDeck.Tui.Pictures;
using Terminal.Gui.Input;

namespace DebugDeck.Tui.Cells;

/// <summary>A table: a header, and the visible rows below it.</summary>
internal sealed class GridView(Palette palette) : CellView(palette)
{
    private const int HeaderHeight = 1;
    private GridPicture _picture = new([], [], []);

    /// <summary>A column's title was clicked; its number.</summary>
    public event Action<int>? HeaderClicked;

    /// <summary>A row was clicked; its number among the visible ones.</summary>
    public event Action<int>? RowClicked;

    public event Action<int>? RowDoubleClicked;

    /// <summary>The wheel was turned over the table; positive is down.</summary>
    public event Action<int>? Wheel;

    public void Show(GridPicture picture)
    {
        _picture = picture;
        SetNeedsDraw();
    }

    protected override void Render(CellCanvas canvas)
    {
        PutCells(canvas, 0, [.. _picture.Columns.Select(column => new TextRun(column.Title, Tone.Head))], isSelected: false);
        for (var y = HeaderHeight; y < canvas.Height; y++)
        {
            var row = y - HeaderHeight;
            if (row < _picture.Rows.Count)
            {
                PutCells(canvas, y, _picture.Rows[row].Cells, _picture.Rows[row].IsSelected);
            }
            else
            {
                // The message stands one line below the rows.
                var line = row - _picture.Rows.Count - 1;
                StyledLineWriter.Put(canvas, y, line >= 0 && line < _picture.Message.Count ? _picture.Message[line] : StyledLine.Empty, Palette);
            }
        }
    }

    protected override bool OnMouseEvent(Mouse mouse)
    {
        if (WheelSteps.Of(mouse) is not 0 and var step)
        {
            Wheel?.Invoke(step);
            return true;
        }

        if (mouse.Position is not { } position)
        {
            return base.OnMouseEvent(mouse);
        }

        var row = position.Y - HeaderHeight;
        if (mouse.Flags.HasFlag(MouseFlags.LeftButtonDoubleClicked) && row >= 0 && row < _picture.Rows.Count)
        {
            RowDoubleClicked?.Invoke(row);
            return true;
        }

        if (!mouse.Flags.HasFlag(MouseFlags.LeftButtonClicked))
        {
            return base.OnMouseEvent(mouse);
        }

        if (row >= 0 && row < _picture.Rows.Count)
        {
            RowClicked?.Invoke(row);
        }
        else if (row < 0 && ColumnAt(position.X) is { } column)
        {
            HeaderClicked?.Invoke(column);
        }

        return true;
    }

    private void PutCells(CellCanvas canvas, int y, IReadOnlyList<TextRun> cells, bool isSelected)
    {
        var gap = isSelected ? Palette.Selected : Palette[Tone.Normal];
        var x = 0;
        for (var i = 0; i < cells.Count && x < canvas.Width; i++)
        {
            var column = _picture.Columns[i];
            x = canvas.Put(x, y, x + column.Width, cells[i].Text, isSelected ? Palette.Selected : Palette[cells[i].Tone], column.AlignEnd);
            x = canvas.Put(x, y, x + 1, "", gap);
        }

        canvas.Put(x, y, canvas.Width, "", gap);
    }

    private int? ColumnAt(int x)
    {
        var start = 0;
        for (var i = 0; i < _picture.Columns.Count; i++)
        {
            start += _picture.Columns[i].Width + 1;
            if (x < start)
            {
                return i;
            }
        }

        return null;
    }
}
