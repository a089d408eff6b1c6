using DebugDeck.Acceptance.Setting;

namespace DebugDeck.Acceptance.Screens;

/// <summary>A terminal that goes away takes the program with it, and nothing stays.</summary>
public sealed class HangUpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("practice", "NAMESPACE")]
    [InlineData("practice serve", "only.")]
    public async Task The_practice_cluster_goes_with_its_terminal(string command, string sign)
    {
        await using var stage = new Stage();
        var terminal = await stage.OpenTerminalAsync();
        await terminal.CommandAsync($"TMPDIR={stage.Folder} debugdeck {command}");
        await terminal.SeeAsync(sign);
        var program = await terminal.ProgramAsync();
        Assert.Single(Folders(stage));

        await terminal.HangUpAsync();

        for (var began = TimeProvider.System.GetTimestamp(); Directory.Exists($"/proc/{program}"); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "it still runs");
        }

        Assert.Empty(Folders(stage));
    }

    private static string[] Folders(Stage stage) => Directory.GetDirectories(stage.Folder, "debugdeck-practice-*");
}
