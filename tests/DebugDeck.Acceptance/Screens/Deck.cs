using DebugDeck.Acceptance.Setting;
using DebugDeck.Acceptance.Terminals;

namespace DebugDeck.Acceptance.Screens;

/// <summary>The screens, opened in a terminal on the containers of one test.</summary>
internal static class Deck
{
    /// <summary>Opens the inventory, filtered to the containers of the stage.</summary>
    public static async Task<Terminal> OpenAsync(Stage stage, int columns = 80, int rows = 24)
    {
        var terminal = await stage.OpenTerminalAsync(columns, rows);
        await terminal.CommandAsync("debugdeck");
        await terminal.SeeAsync("DebugDeck", stage.Prefix);
        await FilterAsync(terminal, stage.Prefix);
        await terminal.SeeAsync($"filter: {stage.Prefix}  Esc shows everything");
        return terminal;
    }

    public static async Task FilterAsync(Terminal terminal, string text)
    {
        await terminal.PressAsync("/");
        await terminal.TypeAsync(text);
        await terminal.PressAsync("Enter");
    }

    /// <summary>Moves the selection of a table, which stands on its first row, to the row that contains the text.</summary>
    public static async Task SelectAsync(Terminal terminal, string header, string text)
    {
        var screen = await terminal.SeeAsync(header, text);
        var lines = screen.Split('\n').SkipWhile(line => !line.Contains(header, StringComparison.Ordinal)).Skip(1).ToList();
        var steps = lines.FindIndex(line => line.Contains(text, StringComparison.Ordinal));
        if (steps > 0)
        {
            await terminal.PressAsync([.. Enumerable.Repeat("Down", steps)]);
        }
    }
}
