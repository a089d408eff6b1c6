using CliWrap;
using CliWrap.Buffered;
using DebugDeck.Core.Debugging;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Sessions;

/// <summary>The command that a plan shows is pasted into a shell with a terminal, and does the same.</summary>
public sealed class EquivalentCommandTests
{
    [Fact]
    public async Task The_command_for_a_sidecar_reads_the_targets_files()
    {
        await using var bench = await SessionBench.RunAsync("--read-only", "--ipc=shareable", "ddtest/distroless", "--quiet");
        var plan = await bench.PlanAsync();

        var shown = await PasteAsync(plan, "readlink /proc/1/exe; ls /proc/1/root; exit");

        Assert.Equal(DebugTechnique.Sidecar, plan.Technique);
        Assert.Contains("/app", shown, StringComparison.Ordinal);
        Assert.Contains("etc", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_for_a_copy_gives_a_shell_as_the_targets_user_and_leaves_nothing()
    {
        await using var bench = await SessionBench.ExitedAsync("--user=65532", "--env=MODE=it's broken", "--volume=/data", "ddtest/scratch-static", "/app", "--lines", "1", "--exit", "1");
        var plan = await bench.PlanAsync();

        var shown = await PasteAsync(plan, "id -u; echo mode: $MODE; ls /; exit");

        Assert.Equal(DebugTechnique.Copy, plan.Technique);
        Assert.Contains("65532", shown, StringComparison.Ordinal);
        Assert.Contains("mode: it's broken", shown, StringComparison.Ordinal);
        Assert.Contains("app", shown, StringComparison.Ordinal);
        Assert.Equal("", await TestEngine.DockerAsync("ps", "--all", "--quiet", "--filter", "name=^debugdeck-tools$"));
    }

    private static async Task<string> PasteAsync(DebugPlan plan, string typed)
    {
        // script gives it the terminal that -it asks for.
        var result = await Cli.Wrap("script")
            .WithArguments(["--quiet", "--return", "--command", plan.EquivalentCommand, "/dev/null"])
            .WithEnvironmentVariables(variables => variables.Set("DOCKER_HOST", TestEngine.Require()))
            .WithStandardInputPipe(PipeSource.FromString(typed + "\n"))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return result.StandardOutput.Replace(typed, "", StringComparison.Ordinal);
    }
}
