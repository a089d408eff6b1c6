namespace DebugDeck.Tui.State;

/// <summary>Moves the first visible line of a text that has no selection.</summary>
internal static class ScrollPosition
{
    /// <summary>The new first line; <paramref name="last"/> is the greatest that still fills the screen.</summary>
    public static int Move(int top, Motion motion, int last, int height) => Math.Clamp(
        motion switch
        {
            Motion.Up => top - 1,
            Motion.Down => top + 1,
            Motion.PageUp => top - Math.Max(1, height - 1),
            Motion.PageDown => top + Math.Max(1, height - 1),
            Motion.Home => 0,
            Motion.End => last,
            _ => top,
        },
        0,
        Math.Max(0, last));
}
