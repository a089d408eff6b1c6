namespace DebugDeck.Tui.Cells;

/// <summary>Decides how much colour a terminal gets. Terminal.Gui sends RGB to nearly all of them and does not honour <c>NO_COLOR</c>.</summary>
internal static class ColorPolicy
{
    private static readonly string[] RgbTerminals = ["256color", "kitty", "alacritty", "ghostty", "wezterm", "foot"];

    /// <param name="environment">Looks a variable up.</param>
    public static ColorTier Choose(Func<string, string?> environment)
    {
        var term = environment("TERM") ?? "";
        // https://no-color.org: set and not empty.
        if (!string.IsNullOrEmpty(environment("NO_COLOR")) || term is "dumb" or "vt100" or "vt220")
        {
            return ColorTier.Mono;
        }

        // tmux converts RGB to whatever the terminal around it can show.
        if (IsSet("TMUX") || IsSet("WT_SESSION") || environment("COLORTERM") is "truecolor" or "24bit")
        {
            return ColorTier.Rgb;
        }

        // GNU screen calls itself screen.xterm-256color and garbles RGB until version 5.
        return !term.StartsWith("screen", StringComparison.Ordinal) && RgbTerminals.Any(name => term.Contains(name, StringComparison.Ordinal))
            ? ColorTier.Rgb
            : ColorTier.Ansi;

        bool IsSet(string name) => !string.IsNullOrEmpty(environment(name));
    }
}
