using CliWrap;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Sessions;

public sealed class SidecarTests
{
    [Fact]
    public async Task A_file_that_only_the_targets_user_may_read_is_read()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "only for 65532\n", TestContext.Current.CancellationToken);
            await Cli.Wrap("chmod").WithArguments(["600", file]).ExecuteAsync(TestContext.Current.CancellationToken);
            await Cli.Wrap("chown").WithArguments(["65532:65532", file]).ExecuteAsync(TestContext.Current.CancellationToken);
            await using var bench = await SessionBench.RunAsync($"--volume={file}:/etc/secret", "ddtest/distroless", "--quiet");
            await using var session = await bench.StartAsync();

            Assert.Equal((0, "only for 65532\n", ""), await SessionBench.RunAsync(session, "sh", "-c", "cat $TARGET/etc/secret"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("ddtest/distroless", "--read-only")]
    [InlineData("ddtest/distroless", "--cap-drop=ALL", "--security-opt=no-new-privileges", "--read-only")]
    [InlineData("ddtest/distroless", "--cap-add=NET_ADMIN", "--user=0:0")]
    [InlineData("ddtest/scratch-static", "--user=0:0", "--entrypoint=/app")]
    [InlineData("ddtest/distroless", "--network=none")]
    [InlineData("ddtest/distroless", "--network=host")]
    [InlineData("ddtest/distroless", "--init")]
    [InlineData("ddtest/distroless", "--ipc=shareable")]
    [InlineData("ddtest/distroless", "--ipc=host")]
    [InlineData("ddtest/distroless", "--pid=host")]
    public async Task Files_processes_and_network_of_a_running_target_are_seen(string image, params string[] options)
    {
        await using var bench = await SessionBench.RunAsync([.. options, image, "--quiet"]);
        await using var session = await bench.StartAsync();

        var (_, root, error) = await SessionBench.RunAsync(session, "sh", "-c", "ls $TARGET; readlink ${TARGET%root}exe; (readlink ${TARGET%root}ns/net; readlink /proc/self/ns/net) | uniq | wc -l");

        Assert.Equal(DebugTechnique.Sidecar, session.Plan.Technique);
        Assert.Empty(error);
        Assert.Contains("app\n", root, StringComparison.Ordinal);
        Assert.EndsWith("\n1\n", root, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_in_another_containers_namespaces_is_found_by_its_own_id()
    {
        await using var owner = await SessionBench.RunAsync("ddtest/busybox", "sleep", "600");
        await using var bench = await SessionBench.RunAsync($"--pid=container:{owner.Target.Name}", $"--network=container:{owner.Target.Name}", "ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();

        var (_, output, _) = await SessionBench.RunAsync(session, "sh", "-c", "readlink ${TARGET%root}exe");

        Assert.Matches("^/proc/[0-9]+/root$", session.Plan.TargetRoot);
        Assert.NotEqual("/proc/1/root", session.Plan.TargetRoot);
        Assert.EndsWith("/app\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_target_can_be_looked_at()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await TestEngine.DockerAsync("pause", bench.Target.Name);
        await using var session = await bench.StartAsync();

        var (code, output, _) = await SessionBench.RunAsync(session, "sh", "-c", "ls $TARGET");

        Assert.Equal(0, code);
        Assert.Contains("app\n", output, StringComparison.Ordinal);
        Assert.Contains(session.Plan.Warnings, warning => warning.Contains("paused", StringComparison.Ordinal));
        await TestEngine.DockerAsync("unpause", bench.Target.Name);
    }

    [Fact]
    public async Task Nothing_of_the_target_is_changed()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();

        await SessionBench.RunAsync(session, "ls", "/proc/1/root");
        await session.EndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await TestEngine.DockerAsync("diff", bench.Target.Name));
        Assert.Equal("null true", await TestEngine.DockerAsync("inspect", "--format", "{{json .ExecIDs}} {{.State.Running}}", bench.Target.Name));
    }

    [Fact]
    public async Task Any_image_can_be_the_toolbox()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync("netshoot");

        var (code, output, _) = await SessionBench.RunAsync(session, "bash", "-c", "command -v dig; ls $TARGET");

        Assert.Equal(0, code);
        Assert.Contains("/dig\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_toolbox_without_a_shell_is_a_clear_failure_that_leaves_nothing()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => bench.StartAsync("ddtest/scratch-static"));

        Assert.Contains("no shell", error.Message, StringComparison.Ordinal);
        Assert.Empty(await bench.LeftoversAsync());
    }
}
