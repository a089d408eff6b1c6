using DebugDeck.Tui.Pictures;
using Terminal.Gui.Input;

namespace DebugDeck.Tui.Cells;

/// <summary>A pane of lines: titles, details, logs, the status.</summary>
internal sealed class LinesView(Palette palette) : CellView(palette)
{
    private IReadOnlyList<StyledLine> _lines = [];

    /// <summary>The wheel was turned over the pane; positive is down.</summary>
    public event Action<int>? Wheel;

    public void Show(params IReadOnlyList<StyledLine> lines)
    {
        _lines = lines;
        SetNeedsDraw();
    }

    protected override void Render(CellCanvas canvas)
    {
        for (var y = 0; y < canvas.Height; y++)
        {
            StyledLineWriter.Put(canvas, y, y < _lines.Count ? _lines[y] : StyledLine.Empty, Palette);
        }
    }

    protected override bool OnMouseEvent(Mouse mouse)
    {
        var step = WheelSteps.Of(mouse);
        if (step == 0)
        {
            return base.OnMouseEvent(mouse);
        }

        Wheel?.Invoke(step);
        return true;
    }
}
