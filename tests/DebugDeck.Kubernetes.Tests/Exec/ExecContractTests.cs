using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Shells;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Exec;

/// <summary>Our client against the frames and refusals of a real 1.36 cluster with containerd 2.1 and 1.7.</summary>
public sealed class ExecContractTests
{
    private static readonly PodKey Payments = new("shop", "payments-845657dd4-tc8kh", "u", "app");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ws-exec-ok", 0)]
    [InlineData("ws-exec-exit3", 3)]
    [InlineData("ws-exec-exit3-v4", 3)]
    [InlineData("ws-exec-killed", 137)]
    [InlineData("ws-exec-tar-stream", 0)]
    [InlineData("ws-exec-debugger-user", 0)]
    public async Task The_exit_code_is_that_of_the_status(string recording, int code)
    {
        await using var replay = await ReplayServer.StartAsync(recording);

        Assert.Equal(code, (await RunAsync(replay, new RemoteCommand(["x"]))).ExitCode);
    }

    [Fact]
    public async Task Output_arrives_and_the_request_is_that_of_the_recording()
    {
        await using var replay = await ReplayServer.StartAsync("ws-exec-exit3");

        var result = await RunAsync(replay, new RemoteCommand(["sh", "-c", "echo out; exit 3"]));

        Assert.Equal("out\n", result.Output);
        Assert.Equal(
            "GET /api/v1/namespaces/shop/pods/payments-845657dd4-tc8kh/exec?container=app&stdin=false&stdout=true&stderr=true&tty=false&command=sh&command=-c&command=echo%20out%3B%20exit%203",
            replay.Request);
    }

    [Theory]
    [InlineData("ws-exec-missing-sh", "sh")]
    [InlineData("ws-exec-missing-sh-v4", "sh")]
    [InlineData("ws-exec-missing-binsh", "/bin/sh")]
    [InlineData("ws17-exec-missing-sh-v4", "sh")]
    [InlineData("ws17-exec-missing-sh-v5", "sh")]
    public async Task A_program_that_is_not_there_is_not_found(string recording, string program)
    {
        await using var replay = await ReplayServer.StartAsync(recording);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => RunAsync(replay, new RemoteCommand([program])));

        Assert.Equal((ErrorKind.NotFound, $"there is no program '{program}'"), (error.Kind, error.Message));
    }

    [Fact]
    public async Task A_file_that_may_not_be_executed_is_no_missing_program()
    {
        await using var replay = await ReplayServer.StartAsync("ws-exec-permission-denied");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => RunAsync(replay, new RemoteCommand(["/app/config.json"])));

        Assert.Equal((ErrorKind.Failed, "'/app/config.json' cannot be started: permission denied"), (error.Kind, error.Message));
    }

    [Theory]
    [InlineData("ws-exec-missing-sh", ShellVerdict.No)]
    [InlineData("ws-exec-missing-binsh", ShellVerdict.No)]
    [InlineData("ws17-exec-missing-sh-v5", ShellVerdict.No)]
    [InlineData("ws-exec-permission-denied", ShellVerdict.No)]
    [InlineData("ws-exec-exit3", ShellVerdict.No)]
    [InlineData("ws-exec-ok", ShellVerdict.Yes)]
    public async Task A_shell_is_looked_for_by_starting_one(string recording, ShellVerdict expected)
    {
        var replays = new List<ReplayServer>();
        var connections = new List<KubeConnection>();
        try
        {
            var finding = await ShellTrial.RunAsync(StartAsync, Token);

            Assert.Equal(expected, finding.Verdict);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
            foreach (var replay in replays)
            {
                await replay.DisposeAsync();
            }
        }

        async Task<IRemoteProcess> StartAsync(RemoteCommand command, CancellationToken cancellationToken)
        {
            replays.Add(await ReplayServer.StartAsync(recording));
            connections.Add(KubeAccess.To(replays[^1].Server));
            return await new PodExec(connections[^1]).RunAsync(Payments, command, cancellationToken);
        }
    }

    [Theory]
    [InlineData("ws-exec-forbidden")]
    [InlineData("ws-exec-pod-notfound")]
    [InlineData("ws-exec-waiting")]
    public async Task Where_nothing_can_be_started_there_is_no_verdict_about_a_shell(string recording)
    {
        await using var replay = await ReplayServer.StartAsync(recording);
        using var connection = KubeAccess.To(replay.Server);

        await Assert.ThrowsAsync<DebugDeckException>(
            () => ShellTrial.RunAsync(async (command, token) => await new PodExec(connection).RunAsync(Payments, command, token), Token));
    }

    [Theory]
    [InlineData("ws-exec-container-notfound", ErrorKind.NotFound, "has no container 'app'")]
    [InlineData("ws-exec-pod-notfound", ErrorKind.NotFound, "there is no pod payments-845657dd4-tc8kh in shop any more")]
    [InlineData("ws-exec-waiting", ErrorKind.Failed, "does not run")]
    [InlineData("ws-exec-forbidden", ErrorKind.NotPermitted, "get and create on pods/exec are missing")]
    [InlineData("ws-exec-badproto", ErrorKind.Failed, "does not take web sockets")]
    internal async Task A_refusal_is_said_in_words(string recording, ErrorKind kind, string words)
    {
        await using var replay = await ReplayServer.StartAsync(recording);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => RunAsync(replay, new RemoteCommand(["x"])));

        Assert.Equal(kind, error.Kind);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_input_is_its_own_message()
    {
        await using var replay = await ReplayServer.StartAsync("ws-exec-stdin-close-v5");
        using var connection = KubeAccess.To(replay.Server);
        await using var process = await new PodExec(connection).RunAsync(Payments, new RemoteCommand(["cat"], Input: true), Token);

        await process.WriteAsync("hello\n"u8.ToArray(), Token);
        await process.CloseInputAsync(Token);
        var result = await RemoteOutput.OfAsync(process);

        Assert.Equal(("hello\n", 0), (result.Output, result.ExitCode));
        Assert.Equal(replay.Recorded, replay.Sent);
    }

    [Fact]
    public async Task A_terminal_is_told_its_size_first_and_keeps_its_exit_code()
    {
        await using var replay = await ReplayServer.StartAsync("ws-exec-tty");
        using var connection = KubeAccess.To(replay.Server);
        var command = new RemoteCommand(["sh"], Tty: true, Input: true, Size: new TerminalSize(120, 40));
        await using var process = await new PodExec(connection).RunAsync(Payments, command, Token);

        await process.WriteAsync("stty size; tty\n"u8.ToArray(), Token);
        await process.WriteAsync("exit 5\n"u8.ToArray(), Token);
        var result = await RemoteOutput.OfAsync(process);

        Assert.Equal(5, result.ExitCode);
        Assert.Contains("40 120", result.Output, StringComparison.Ordinal);
        Assert.Equal(replay.Recorded, replay.Sent);
        Assert.EndsWith("stdin=true&stdout=true&stderr=false&tty=true&command=sh", replay.Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_ends_without_a_status_is_a_broken_connection()
    {
        await using var replay = await ReplayServer.StartAsync("ws-exec-exit3", frames => frames.Remove(frames.First(frame => (int)frame!["channel"]! == 3)));

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => RunAsync(replay, new RemoteCommand(["x"])));

        Assert.Equal(ErrorKind.Unreachable, error.Kind);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_status_is_never_a_success()
    {
        await using var replay = await ReplayServer.StartAsync("ws-exec-ok", frames =>
        {
            while (frames.Count > 2)
            {
                frames.RemoveAt(frames.Count - 1);
            }
        }, breaks: true);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => RunAsync(replay, new RemoteCommand(["x"])));

        Assert.Equal(ErrorKind.Unreachable, error.Kind);
    }

    [Fact]
    public async Task A_stream_that_is_not_closed_after_the_status_still_ends()
    {
        await using var replay = await ReplayServer.StartAsync("ws-exec-ok", frames => frames.RemoveAt(frames.Count - 1));

        Assert.Equal(0, (await RunAsync(replay, new RemoteCommand(["x"]))).ExitCode);
    }

    [Fact]
    public async Task Output_that_is_written_after_an_abandoned_read_is_not_lost()
    {
        await using var replay = await ReplayServer.StartAsync("ws-exec-stdin-close-v5");
        using var connection = KubeAccess.To(replay.Server);
        await using var process = await new PodExec(connection).RunAsync(Payments, new RemoteCommand(["cat"], Input: true), Token);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await process.ReadAsync(new byte[100], impatient.Token));

        await process.WriteAsync("hello\n"u8.ToArray(), Token);
        await process.CloseInputAsync(Token);

        Assert.Equal("hello\n", (await RemoteOutput.OfAsync(process)).Output);
    }

    [Theory]
    [InlineData("Internal error occurred: error executing command in container: failed to exec in container: failed to start exec \"1\": OCI runtime exec failed: exec failed: unable to start container process: exec: \"sh\": executable file not found in $PATH", ErrorKind.NotFound)]
    [InlineData("error executing command in container: executable file `sh` not found in $PATH: No such file or directory: OCI runtime attempted to invoke a command that was not found", ErrorKind.NotFound)]
    [InlineData("rpc error: code = Unknown desc = failed to exec in container: failed to start exec \"1\": OCI runtime exec failed: exec failed: unable to start container process: exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown", ErrorKind.NotFound)]
    [InlineData("error executing command in container: open executable: Permission denied: OCI permission denied", ErrorKind.Failed)]
    [InlineData("OCI runtime exec failed: exec failed: unable to start container process: chdir to cwd (\"/app\") set in config.json failed: no such file or directory", ErrorKind.Failed)]
    internal void Runtimes_word_a_missing_program_differently(string message, ErrorKind kind) =>
        Assert.Equal(kind, ExecVerdict.CannotStart(message, "sh").Kind);

    [Theory]
    [InlineData("exec failed: unable to start container process: exec: \"sh\": permission denied", true)]
    [InlineData("exec failed: unable to start container process: exec: \"sh\": exec format error: unknown", true)]
    [InlineData("error executing command in container: open executable: Permission denied: OCI permission denied", true)]
    [InlineData("OCI runtime exec failed: exec failed: cannot exec in a stopped container", false)]
    public void What_is_wrong_with_a_program_is_told_from_what_is_wrong_with_its_container(string message, bool isAboutTheProgram) =>
        Assert.Equal(isAboutTheProgram, ExecVerdict.CannotStart(message, "sh").InnerException is UnstartableProgramException);

    private static async Task<RemoteOutput> RunAsync(ReplayServer replay, RemoteCommand command)
    {
        using var connection = KubeAccess.To(replay.Server);
        await using var process = await new PodExec(connection).RunAsync(Payments, command, Token);
        return await RemoteOutput.OfAsync(process);
    }
}
