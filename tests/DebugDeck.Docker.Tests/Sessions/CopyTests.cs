using DebugDeck.Core.Debugging;
using DebugDeck.Docker.Sessions;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Sessions;

public sealed class CopyTests
{
    [Fact]
    public async Task A_crash_looping_scratch_target_gets_a_shell_as_its_own_user()
    {
        await using var bench = await SessionBench.RunAsync(
            "--restart=always", "--user=65532:65532", "--env=MODE=broken", "--volume=/data", "--read-only",
            "ddtest/scratch-static", "/app", "--lines", "1", "--interval", "0", "--exit", "1");
        while (await TestEngine.DockerAsync("inspect", "--format", "{{.RestartCount}}", bench.Target.Name) == "0")
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await using var session = await bench.StartAsync();

        var (code, output, error) = await SessionBench.RunAsync(session, "sh", "-c", "id -u; id -g; echo $MODE; ls -a $TARGET; grep ' /data ' /proc/mounts | wc -l");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(DebugTechnique.Copy, session.Plan.Technique);
        Assert.StartsWith("65532\n65532\nbroken\n", output, StringComparison.Ordinal);
        Assert.Contains("\napp\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\n1\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_has_the_files_of_a_volume_and_the_folder_to_work_in()
    {
        await using var bench = await SessionBench.RunAsync("--volume=/data", "--workdir=/data", "busybox", "sh", "-c", "echo kept > /data/file; exit 3");
        await TestEngine.DockerAsync("wait", bench.Target.Name);
        await using var session = await bench.StartAsync();

        var (_, output, _) = await SessionBench.RunAsync(session, "sh", "-c", "pwd; cat file");

        Assert.Equal("/data\nkept\n", output);
    }

    [Theory]
    [InlineData("created")]
    [InlineData("exited")]
    public async Task A_target_that_does_not_run_is_copied(string state)
    {
        string[] arguments = ["ddtest/distroless", "--lines", "1", "--interval", "0", "--exit", "4"];
        await using var bench = await (state == "created" ? SessionBench.CreateAsync(arguments) : SessionBench.ExitedAsync(arguments));
        await using var session = await bench.StartAsync();
        var (code, output, _) = await SessionBench.RunAsync(session, "sh", "-c", "id -u; /app --lines 1 --interval 0 --exit 5");

        Assert.Equal((5, "65532\nout 1\n"), (code, output));
    }

    [Fact]
    public async Task A_copy_is_labelled_as_ours_and_carries_nothing_that_others_act_on()
    {
        await using var bench = await SessionBench.RunAsync("--label=traefik.enable=true", "--publish=127.0.0.1::80", "--restart=on-failure:2", "ddtest/distroless", "--lines", "1", "--interval", "0");
        await TestEngine.DockerAsync("stop", "--time=5", bench.Target.Name);
        await using var session = await bench.StartAsync();

        var copy = await TestEngine.DockerAsync("inspect", "--format", "{{json .Config.Labels}} {{json .HostConfig.PortBindings}} {{.HostConfig.RestartPolicy.Name}}", $"debugdeck-{session.Info.Id}");

        Assert.DoesNotContain("traefik", copy, StringComparison.Ordinal);
        Assert.Contains($"\"{SessionLabels.Technique}\":\"copy\"", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("HostPort", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("on-failure", copy, StringComparison.Ordinal);
        Assert.Contains(session.Plan.Warnings, warning => warning.Contains("copy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_volumes_of_the_target_outlive_the_copy_and_those_of_the_copy_do_not()
    {
        await using var bench = await SessionBench.ExitedAsync("--volume=/data", "ddtest/distroless", "--lines", "1", "--interval", "0", "--exit", "1");
        var volume = await TestEngine.DockerAsync("inspect", "--format", "{{(index .Mounts 0).Name}}", bench.Target.Name);
        var session = await bench.StartAsync();
        var tools = await TestEngine.DockerAsync("inspect", "--format", $"{{{{range .Mounts}}}}{{{{if eq .Destination \"{SessionContainer.ToolFolder}\"}}}}{{{{.Name}}}}{{{{end}}}}{{{{end}}}}", $"debugdeck-{session.Info.Id}");

        await session.EndAsync(TestContext.Current.CancellationToken);

        var left = await TestEngine.DockerAsync("volume", "ls", "--quiet");
        Assert.Contains(volume, left, StringComparison.Ordinal);
        Assert.NotEmpty(tools);
        Assert.DoesNotContain(tools, left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interactive_shell_says_that_it_is_a_copy()
    {
        await using var bench = await SessionBench.ExitedAsync("ddtest/distroless", "--lines", "1", "--interval", "0", "--exit", "1");
        await using var session = await bench.StartAsync("netshoot");

        await using var process = await session.RunAsync(session.Shell with { Tty = false }, TestContext.Current.CancellationToken);
        await process.CloseInputAsync(TestContext.Current.CancellationToken);
        var (_, output, _) = await SessionBench.ReadAsync(process);

        Assert.StartsWith($"This is a COPY of {bench.Target.Name}: same image, user, environment and volumes. Its files are in / ($TARGET), the tools in /.debugdeck.\n", output, StringComparison.Ordinal);
        Assert.Contains(session.Plan.Warnings, warning => warning.StartsWith("netshoot cannot be used in a copy", StringComparison.Ordinal));
    }
}
