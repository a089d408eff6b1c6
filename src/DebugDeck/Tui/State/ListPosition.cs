namespace DebugDeck.Tui.State;

/// <summary>Where a list stands: which entry is selected and which one is the first on the screen.</summary>
internal readonly record struct ListPosition(int Selected, int Top)
{
    /// <summary>Moves the selection and scrolls as little as needed to keep it visible.</summary>
    public ListPosition Move(Motion motion, int count, int height) => Select(
        motion switch
        {
            Motion.Up => Selected - 1,
            Motion.Down => Selected + 1,
            Motion.PageUp => Selected - Math.Max(1, height - 1),
            Motion.PageDown => Selected + Math.Max(1, height - 1),
            Motion.Home => 0,
            Motion.End => count - 1,
            _ => Selected,
        },
        count,
        height);

    /// <summary>Selects an entry; one that does not exist gives the nearest.</summary>
    public ListPosition Select(int index, int count, int height)
    {
        var selected = Math.Clamp(index, 0, Math.Max(0, count - 1));
        var rows = Math.Max(1, height);
        var top = Math.Clamp(Top, selected - rows + 1, selected);
        // A list that became shorter, or a screen that became taller, leaves no empty rows while there are entries above.
        return new ListPosition(selected, Math.Clamp(top, 0, Math.Max(0, count - rows)));
    }

    /// <summary>Scrolls by some rows, as a mouse wheel does; the selection is pulled along at the edges.</summary>
    public ListPosition Scroll(int rows, int count, int height)
    {
        var top = Math.Clamp(Top + rows, 0, Math.Max(0, count - Math.Max(1, height)));
        var selected = Math.Clamp(Selected, top, Math.Min(Math.Max(0, count - 1), top + Math.Max(1, height) - 1));
        return new ListPosition(selected, top);
    }
}
