using CliWrap;
using DebugDeck.Acceptance.Setting;
using DebugDeck.TestKit;

namespace DebugDeck.Acceptance.CommandLine;

/// <summary><c>debugdeck debug ADDRESS -- COMMAND</c>: one command beside a container that has no shell.</summary>
public sealed class DebugTests
{
    [Fact]
    public async Task The_exit_code_of_the_command_is_the_exit_code_of_the_program()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var result = await stage.RunAsync("debug", $"docker://{name}", "--", "sh", "-c", "exit 7");

        Assert.Equal(7, result.ExitCode);
    }

    [Fact]
    public async Task Both_outputs_arrive_each_in_its_own_stream()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var result = await stage.RunAsync("debug", $"docker://{name}", "--", "sh", "-c", "echo to the one; echo to the other >&2");

        Assert.Equal("to the one\n", result.StandardOutput);
        Assert.Contains("to the other\n", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_sees_the_files_and_processes_of_a_target_of_another_user()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var result = await stage.RunAsync("debug", $"docker://{name}", "--", "sh", "-c", "grep PRETTY /proc/1/root/etc/os-release; tr '\\0' ' ' < /proc/1/cmdline");

        Assert.Equal("PRETTY_NAME=\"Distroless\"\n/app ", result.StandardOutput);
    }

    [Fact]
    public async Task Standard_input_reaches_the_command_to_its_end()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/scratch-static");
        var input = string.Concat(Enumerable.Range(1, 20_000).Select(number => $"line {number}\n"));

        var result = await stage.RunAsync(PipeSource.FromString(input), "debug", "-i", $"docker://{name}", "--", "cat");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(input, result.StandardOutput);
    }

    [Fact]
    public async Task A_stopped_container_gets_a_copy_to_look_into()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/scratch-static", "--lines", "1", "--interval", "0", "--exit", "3");
        await TestEngine.DockerAsync("wait", name);

        var result = await stage.RunAsync("debug", $"docker://{name}", "--", "ls", "/app");

        Assert.Equal("/app\n", result.StandardOutput);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task The_target_does_not_notice()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");
        var before = await TestEngine.DockerAsync("inspect", "--format", "{{.State.Pid}} {{.State.StartedAt}}", name);

        await stage.RunAsync("debug", $"docker://{name}", "--", "true");

        Assert.Equal(before, await TestEngine.DockerAsync("inspect", "--format", "{{.State.Pid}} {{.State.StartedAt}}", name));
        Assert.Empty(await TestEngine.DockerAsync("diff", name));
    }

    [Fact]
    public async Task A_toolbox_that_cannot_be_had_is_an_error_with_a_hint()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var result = await stage.RunAsync("debug", $"docker://{name}", "--toolbox", "registry.invalid/no/such:toolbox", "--", "true");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("registry.invalid/no/such:toolbox", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("hint: ", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_that_is_not_there_is_not_found()
    {
        await using var stage = new Stage();

        var result = await stage.RunAsync("debug", $"docker://{stage.Prefix}-nobody", "--", "true");

        Assert.Equal(4, result.ExitCode);
        Assert.StartsWith("debugdeck: ", result.StandardError, StringComparison.Ordinal);
    }
}
