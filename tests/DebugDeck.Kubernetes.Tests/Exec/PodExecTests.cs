using System.Security.Cryptography;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Tests.Support;
using DebugDeck.Practice.Faults;

namespace DebugDeck.Kubernetes.Tests.Exec;

public sealed class PodExecTests(Lab lab) : IClassFixture<Lab>
{
    private static readonly DebugSurroundings Target = new("/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outputs_are_kept_apart_and_the_exit_code_is_the_programs()
    {
        var result = await RunAsync("admin", "echo out; echo err >&2; exit 7");

        Assert.Equal(("out\n", "err\n", 7), (result.Output, result.Error, result.ExitCode));
    }

    [Fact]
    public async Task Input_of_megabytes_arrives_whole_and_its_end_is_seen()
    {
        var bytes = RandomNumberGenerator.GetBytes(3 << 20);
        await using var process = await new PodExec(lab.Admin).RunAsync(await lab.DebianAsync(), new RemoteCommand(["sha256sum"], Input: true), Token);

        await process.WriteAsync(bytes, Token);
        await process.CloseInputAsync(Token);

        Assert.StartsWith(Convert.ToHexStringLower(SHA256.HashData(bytes)), (await RemoteOutput.OfAsync(process)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_is_set_and_a_program_that_is_not_there_is_not_found()
    {
        var exec = new PodExec(lab.Admin);
        var target = await lab.DebianAsync();
        var command = new RemoteCommand(["sh", "-c", "echo $GREETING"], Environment: new Dictionary<string, string> { ["GREETING"] = "it's me" });
        await using (var process = await exec.RunAsync(target, command, Token))
        {
            Assert.Equal("it's me\n", (await RemoteOutput.OfAsync(process)).Output);
        }

        await using var missing = await exec.RunAsync(await lab.ShelllessAsync(), new RemoteCommand(["sh"]), Token);
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<DebugDeckException>(() => RemoteOutput.OfAsync(missing))).Kind);
    }

    [Fact]
    public async Task Leaving_ends_what_was_started()
    {
        var exec = new PodExec(lab.Admin);
        var target = PodKey.Of(await lab.DebianAsync());
        await using (var process = await exec.RunMarkedAsync(target, Target, new RemoteCommand(["sh", "-c", "echo started; exec sleep 4711"]), tools: null, Token))
        {
            Assert.Equal(8, (await process.ReadAsync(new byte[100], Token)).Count);
        }

        await using var look = await exec.RunAsync(target, new RemoteCommand(["sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"]), Token);
        Assert.DoesNotContain("sleep 4711", (await RemoteOutput.OfAsync(look)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_has_its_size_from_the_start_and_hears_of_another()
    {
        var command = new RemoteCommand(["sh", "-c", "sleep 0.3; stty size; read line; stty size"], Tty: true, Input: true, Size: new TerminalSize(120, 40));
        await using var process = await new PodExec(lab.Admin).RunAsync(await lab.DebianAsync(), command, Token);
        var buffer = new byte[100];
        await process.ReadAsync(buffer, Token);

        await process.ResizeAsync(new TerminalSize(90, 25), Token);
        await process.WriteAsync("\n"u8.ToArray(), Token);
        var rest = await RemoteOutput.OfAsync(process);

        Assert.StartsWith("40 120", System.Text.Encoding.ASCII.GetString(buffer), StringComparison.Ordinal);
        Assert.Contains("25 90", rest.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_is_cut_is_a_broken_connection()
    {
        var target = await lab.DebianAsync();
        lab.Faults.Add(Fault.Cut($"GET */pods/{target.Name}/exec*", afterBytes: 200_000) with { Times = 1 });
        await using var process = await new PodExec(lab.Admin).RunAsync(target, new RemoteCommand(["head", "-c", "1000000", "/dev/zero"]), Token);

        Assert.Equal(ErrorKind.Unreachable, (await Assert.ThrowsAsync<DebugDeckException>(() => RemoteOutput.OfAsync(process))).Kind);
    }

    [Fact]
    public async Task What_is_not_read_is_not_fetched()
    {
        await using var process = await new PodExec(lab.Admin).RunAsync(await lab.DebianAsync(), new RemoteCommand(["yes"]), Token);
        await process.ReadAsync(new byte[1], Token);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await Task.Delay(TimeSpan.FromSeconds(1), Token);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 << 20);
    }

    [Fact]
    public async Task A_developer_may()
    {
        Assert.Equal(0, (await RunAsync("developer", "true")).ExitCode);
    }

    [Fact]
    public async Task A_reader_may_not_and_is_told_what_is_missing()
    {
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => RunAsync("readonly", "true"));

        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
        Assert.Equal("you may not start processes in pods of shop: get and create on pods/exec are missing", error.Message);
        Assert.Contains("verbs [get, create]", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_create_is_told_that_get_is_missing()
    {
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => RunAsync("execonly", "true"));

        Assert.Equal((ErrorKind.NotPermitted, "you may not start processes in pods of shop: get on pods/exec is missing"), (error.Kind, error.Message));
    }

    [Fact]
    public async Task Who_may_only_create_goes_through_kubectl()
    {
        var exec = new PodExec(lab.As("execonly"), Kubectl());
        var target = PodKey.Of(await lab.DebianAsync());
        await using (var process = await exec.RunAsync(target, new RemoteCommand(["sh", "-c", "cat; echo err >&2; exit 9"], Input: true), Token))
        {
            await process.WriteAsync("typed\n"u8.ToArray(), Token);
            await process.CloseInputAsync(Token);
            var result = await RemoteOutput.OfAsync(process);
            Assert.Equal(("typed\n", "err\n", 9), (result.Output, result.Error, result.ExitCode));
        }

        await using var missing = await exec.RunAsync(target, new RemoteCommand(["no-such-program"]), Token);
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<DebugDeckException>(() => RemoteOutput.OfAsync(missing))).Kind);
    }

    [Fact]
    public async Task A_shell_by_kubectl_is_a_command_to_paste()
    {
        var exec = new PodExec(lab.As("execonly"), Kubectl());

        var error = await Assert.ThrowsAsync<DebugDeckException>(
            async () => await exec.RunAsync(await lab.DebianAsync(), new RemoteCommand(["sh"], Tty: true, Input: true), Token));

        Assert.Contains("exec -it", error.Hint, StringComparison.Ordinal);
    }

    private KubectlIdentity Kubectl() =>
        KubectlIdentity.For(lab.As("execonly").Context, lab.Kubeconfig("execonly")) with { Program = TestKit.TestKubectl.Require() };

    private async Task<RemoteOutput> RunAsync(string user, string script)
    {
        await using var process = await new PodExec(lab.As(user)).RunAsync(await lab.DebianAsync(), new RemoteCommand(["sh", "-c", script]), Token);
        return await RemoteOutput.OfAsync(process);
    }
}
