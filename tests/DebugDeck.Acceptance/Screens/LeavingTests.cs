using DebugDeck.Acceptance.Setting;
using DebugDeck.Acceptance.Terminals;

namespace DebugDeck.Acceptance.Screens;

/// <summary>However the screens end, the terminal is as it was.</summary>
public sealed class LeavingTests
{
    [Theory]
    [InlineData("q")]
    [InlineData("C-c")]
    public async Task Quitting_gives_the_terminal_back_as_it_was(string key)
    {
        await using var stage = new Stage();
        await stage.RunContainerAsync("app", "ddtest/scratch-static");
        var terminal = await OpenAsync(stage);

        await terminal.PressAsync(key);

        await AssertRestoredAsync(terminal);
    }

    [Fact]
    public async Task Being_ended_by_SIGTERM_gives_the_terminal_back_as_it_was()
    {
        await using var stage = new Stage();
        await stage.RunContainerAsync("app", "ddtest/scratch-static");
        var terminal = await OpenAsync(stage);

        await terminal.SignalProgramAsync("TERM");

        await AssertRestoredAsync(terminal);
    }

    private static async Task<Terminal> OpenAsync(Stage stage)
    {
        var terminal = await stage.OpenTerminalAsync();
        await terminal.CommandAsync("stty -g > before; echo written before");
        await terminal.SeeAsync("\nwritten before");
        await terminal.CommandAsync("debugdeck");
        await terminal.SeeAsync("DebugDeck", stage.Prefix);
        await terminal.SeeNoMoreAsync("written before");
        return terminal;
    }

    private static async Task AssertRestoredAsync(Terminal terminal)
    {
        // The screen from before is back, typing is echoed, the modes are the same, the cursor shows, and mouse clicks belong to the terminal.
        await terminal.SeeAsync("\nwritten before");
        await terminal.CommandAsync("stty -g > after; cmp before after && echo same modes");
        await terminal.SeeAsync("\nsame modes");
        Assert.Equal("1 0 0", await terminal.FlagsAsync());
    }
}
