using DebugDeck.Tui.Pictures;
using Terminal.Gui.Input;

namespace DebugDeck.Tui.Cells;

/// <summary>The keys at the foot of the screen; they can be clicked as well.</summary>
internal sealed class KeyFoot(Palette palette) : CellView(palette)
{
    private IReadOnlyList<FootItem> _items = [];

    public event Action<FootItem>? Clicked;

    public void Show(IReadOnlyList<FootItem> items)
    {
        _items = items;
        SetNeedsDraw();
    }

    protected override void Render(CellCanvas canvas)
    {
        var x = 0;
        foreach (var item in _items)
        {
            var end = x + item.Width;
            x = canvas.Append(x, 0, canvas.Width, item.Key, Palette[item.IsAvailable ? Tone.Key : Tone.Dim]);
            x = canvas.Put(x, 0, end, " " + item.Title, Palette[item.IsAvailable ? Tone.Normal : Tone.Dim]);
        }

        canvas.Put(x, 0, canvas.Width, "", Palette[Tone.Normal]);
    }

    protected override bool OnMouseEvent(Mouse mouse)
    {
        if (!mouse.Flags.HasFlag(MouseFlags.LeftButtonClicked) || mouse.Position is not { } position)
        {
            return base.OnMouseEvent(mouse);
        }

        var end = 0;
        foreach (var item in _items)
        {
            end += item.Width;
            if (position.X < end)
            {
                Clicked?.Invoke(item);
                break;
            }
        }

        return true;
    }
}
