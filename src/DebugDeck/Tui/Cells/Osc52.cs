using System.Text;

namespace DebugDeck.Tui.Cells;

/// <summary>
/// Hands text to the terminal's clipboard: that of the machine that the user sits at, over ssh as well (xterm's control sequence OSC 52; a terminal that does
/// not know it, or does not allow it, ignores it).
/// </summary>
internal static class Osc52
{
    public static string Of(string text) => $"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\a";
}
