using System.Drawing;
using Terminal.Gui.ViewBase;

namespace DebugDeck.Tui.Cells;

/// <summary>
/// A pane that changes often: it draws itself cell by cell, is never cleared first, and takes no part in text layout. It has no focus and no keys of its
/// own; keys belong to the window, which looks them up in the one table.
/// </summary>
internal abstract class CellView : View
{
    protected CellView(Palette palette)
    {
        Palette = palette;
        CanFocus = false;
        KeyBindings.Clear();
        MouseBindings.Clear();
    }

    protected Palette Palette { get; }

    /// <summary>Draws every cell of the pane.</summary>
    protected abstract void Render(CellCanvas canvas);

    protected override bool OnClearingViewport() => true;

    protected override bool OnDrawingText(DrawContext? context) => true;

    protected override bool OnDrawingContent(DrawContext? context)
    {
        if (App?.Driver?.GetOutputBuffer() is not { Contents: { } contents } buffer)
        {
            return true;
        }

        var area = ViewportToScreen(new Rectangle(0, 0, Viewport.Width, Viewport.Height));
        // While the terminal is being resized the buffer may already be smaller than the view.
        area = Rectangle.Intersect(area, new Rectangle(0, 0, contents.GetLength(1), contents.GetLength(0)));
        if (area is { Width: > 0, Height: > 0 })
        {
            Render(new CellCanvas(buffer, area, GetClip()?.GetRectangles() ?? []));
            context?.AddDrawnRectangle(area);
        }

        return true;
    }
}
