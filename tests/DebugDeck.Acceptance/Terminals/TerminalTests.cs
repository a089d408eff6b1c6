using DebugDeck.Acceptance.Setting;

namespace DebugDeck.Acceptance.Terminals;

/// <summary>The instrument itself, so that a test that fails points at the program.</summary>
public sealed class TerminalTests
{
    [Fact]
    public async Task A_terminal_has_the_size_it_was_opened_with_and_can_be_resized()
    {
        await using var stage = new Stage();
        var terminal = await stage.OpenTerminalAsync(columns: 100, rows: 30);

        await terminal.CommandAsync("stty size");
        await terminal.SeeAsync("30 100");
        await terminal.ResizeAsync(20, 5);
        await terminal.CommandAsync("stty size");

        await terminal.SeeAsync("5 20");
    }
}
