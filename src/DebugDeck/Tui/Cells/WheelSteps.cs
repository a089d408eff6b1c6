using Terminal.Gui.Input;

namespace DebugDeck.Tui.Cells;

/// <summary>What turning the wheel means.</summary>
internal static class WheelSteps
{
    private const int Rows = 3;

    /// <summary>Rows to scroll, positive is down; 0 if it is not about the wheel.</summary>
    public static int Of(Mouse mouse) => mouse.Flags.HasFlag(MouseFlags.WheeledDown) ? Rows
        : mouse.Flags.HasFlag(MouseFlags.WheeledUp) ? -Rows
        : 0;
}
