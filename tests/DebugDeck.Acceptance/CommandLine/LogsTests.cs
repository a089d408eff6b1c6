using DebugDeck.Acceptance.Setting;
using DebugDeck.TestKit;

namespace DebugDeck.Acceptance.CommandLine;

/// <summary><c>debugdeck logs</c>.</summary>
public sealed class LogsTests
{
    [Fact]
    public async Task Each_stream_goes_where_the_container_wrote_it()
    {
        await using var stage = new Stage();
        var name = await WriterAsync(stage, lines: 4);

        var result = await stage.RunAsync("logs", $"docker://{name}");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("out 1\nout 3\n", result.StandardOutput);
        Assert.Equal("err 2\nerr 4\n", result.StandardError);
    }

    [Fact]
    public async Task The_tail_is_the_last_lines()
    {
        await using var stage = new Stage();
        var name = await WriterAsync(stage, lines: 10);

        var result = await stage.RunAsync("logs", $"docker://{name}", "--tail", "2");

        Assert.Equal("out 9\n", result.StandardOutput);
        Assert.Equal("err 10\n", result.StandardError);
    }

    [Fact]
    public async Task Timestamps_stand_before_the_lines()
    {
        await using var stage = new Stage();
        var name = await WriterAsync(stage, lines: 1);

        var result = await stage.RunAsync("logs", $"docker://{name}", "--timestamps");

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z out 1\n$", result.StandardOutput);
    }

    [Fact]
    public async Task A_log_is_saved_to_a_file()
    {
        await using var stage = new Stage();
        var name = await WriterAsync(stage, lines: 2);

        var result = await stage.RunAsync("logs", $"docker://{name}", "--to", "app.log");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("out 1\nerr 2\n", await File.ReadAllTextAsync(Path.Combine(stage.Folder, "app.log"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Following_goes_on_over_a_restart_and_ends_when_the_container_is_removed()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/scratch-static", "--lines", "3", "--interval", "20");
        var terminal = await stage.OpenTerminalAsync();

        await terminal.CommandAsync($"debugdeck logs -f docker://{name}; echo ended with $?");
        await terminal.SeeAsync("out 1\nerr 2\nout 3\n");
        await TestEngine.DockerAsync("restart", name);
        await terminal.SeeAsync("out 1\nerr 2\nout 3\nstopping\nout 1\nerr 2\nout 3\n");
        await TestEngine.DockerAsync("rm", "--force", name);

        await terminal.SeeAsync("ended with 0");
    }

    [Fact]
    public async Task Following_ends_by_Ctrl_C_with_its_exit_code()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/scratch-static", "--interval", "50");
        var terminal = await stage.OpenTerminalAsync();

        await terminal.CommandAsync($"debugdeck logs -f docker://{name}; echo ended with $?");
        await terminal.SeeAsync("out 5");
        await terminal.PressAsync("C-c");

        await terminal.SeeAsync("ended with 130");
    }

    // A container that has written its lines and ended: its log is whole. Not too fast: an engine reads the two streams side by side.
    private static async Task<string> WriterAsync(Stage stage, int lines)
    {
        var name = await stage.RunContainerAsync("app", "ddtest/scratch-static", "--lines", $"{lines}", "--interval", "20", "--exit", "0");
        await TestEngine.DockerAsync("wait", name);
        return name;
    }
}
