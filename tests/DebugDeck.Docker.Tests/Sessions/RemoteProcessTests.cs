using System.Security.Cryptography;
using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Sessions;

public sealed class RemoteProcessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(126)]
    [InlineData(255)]
    public async Task A_command_gives_its_own_code(int code)
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();

        Assert.Equal(code, (await SessionBench.RunAsync(session, "sh", "-c", $"exit {code}")).Code);
    }

    [Fact]
    public async Task Both_outputs_arrive_apart()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();

        Assert.Equal((3, "out\n", "err\n"), await SessionBench.RunAsync(session, "sh", "-c", "echo out; echo err >&2; exit 3"));
    }

    [Fact]
    public async Task Thirty_megabytes_of_input_arrive_whole_and_end()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();
        var input = new byte[30_000_000];
        new Random(1).NextBytes(input);

        await using var process = await session.RunAsync(session.Command(["sha256sum"]) with { Input = true }, Cancelled);
        for (var at = 0; at < input.Length; at += 100_000)
        {
            await process.WriteAsync(input.AsMemory(at, 100_000), Cancelled);
        }

        await process.CloseInputAsync(Cancelled);
        var (code, output, _) = await SessionBench.ReadAsync(process);

        Assert.Equal((0, Convert.ToHexStringLower(SHA256.HashData(input)) + "  -\n"), (code, output));
    }

    [Fact]
    public async Task Input_and_output_flow_at_the_same_time()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();
        await using var process = await session.RunAsync(session.Command(["cat"]) with { Input = true }, Cancelled);
        var text = string.Concat(Enumerable.Repeat("0123456789abcdef", 256 * 1024));

        var reading = SessionBench.ReadAsync(process);
        await process.WriteAsync(Encoding.ASCII.GetBytes(text), Cancelled);
        await process.CloseInputAsync(Cancelled);

        Assert.Equal((0, text, ""), await reading);
    }

    [Fact]
    public async Task A_slow_reader_slows_the_process_down_and_loses_nothing()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();
        await using var process = await session.RunAsync(session.Command(["sh", "-c", "seq 2000000; echo done >&2"]), Cancelled);
        await Task.Delay(1000, Cancelled);

        // What fits into pipes and sockets is written by now. The rest waits.
        Assert.Contains("seq 2000000", await TopAsync(session), StringComparison.Ordinal);
        var (_, output, error) = await SessionBench.ReadAsync(process);
        Assert.EndsWith("\n1999999\n2000000\n", output, StringComparison.Ordinal);
        Assert.Equal(14_888_896, output.Length);
        Assert.Equal("done\n", error);
    }

    [Fact]
    public async Task A_terminal_has_its_size_from_the_start_and_takes_another()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();
        var command = session.Command(["sh", "-c", "read x; stty size; read x; stty size"]) with { Tty = true, Input = true, Size = new TerminalSize(132, 50) };
        await using var process = await session.RunAsync(command, Cancelled);

        await process.WriteAsync("\n"u8.ToArray(), Cancelled);
        await ReadUntilAsync(process, "50 132");
        await process.ResizeAsync(new TerminalSize(100, 30), Cancelled);
        await process.WriteAsync("\n"u8.ToArray(), Cancelled);

        await ReadUntilAsync(process, "30 100");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_program_that_does_not_exist_is_not_found_and_has_no_output(bool tty)
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();
        await using var process = await session.RunAsync(new RemoteCommand(["/no/such/program"], Tty: tty), Cancelled);

        var buffer = new byte[4096];
        Assert.Equal(0, (await process.ReadAsync(buffer, Cancelled)).Count);
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => process.ExitCodeAsync(Cancelled));

        Assert.Equal((ErrorKind.NotFound, "there is no program '/no/such/program'"), (error.Kind, error.Message));
    }

    [Fact]
    public async Task Output_that_reads_like_the_runtimes_message_is_output()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();

        Assert.Equal((0, "OCI runtime exec failed: exec: not found\n", ""), await SessionBench.RunAsync(session, "echo", "OCI runtime exec failed: exec: not found"));
    }

    [Fact]
    public async Task Leaving_a_shell_leaves_no_process_in_the_targets_namespace()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();
        var before = await TopAsync(session);
        var process = await session.RunAsync(session.Shell with { Size = new TerminalSize(80, 24) }, Cancelled);
        await process.WriteAsync("sleep 300 & sleep 301 | cat\n"u8.ToArray(), Cancelled);
        while (!(await TopAsync(session)).Contains("sleep 301", StringComparison.Ordinal))
        {
            await Task.Delay(50, Cancelled);
        }

        await process.DisposeAsync();

        // Not even a zombie: process 1 of this target reaps nobody.
        Assert.Equal(before, await TopAsync(session));
        Assert.Equal("true", await TestEngine.DockerAsync("inspect", "--format", "{{.State.Running}}", bench.Target.Name));
    }

    [Fact]
    public async Task A_job_that_ended_while_its_shell_was_at_the_prompt_leaves_no_zombie_either()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();
        var before = await TopAsync(session);
        var process = await session.RunAsync(session.Shell with { Size = new TerminalSize(80, 24) }, Cancelled);
        await process.WriteAsync("sleep 1 &\n"u8.ToArray(), Cancelled);
        while (!(await TopAsync(session)).Contains("Z ", StringComparison.Ordinal))
        {
            await Task.Delay(50, Cancelled);
        }

        await process.DisposeAsync();

        Assert.Equal(before, await TopAsync(session));
    }

    [Fact]
    public async Task Ending_a_session_leaves_no_process_in_the_targets_namespace()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        var session = await bench.StartAsync();
        await using var process = await session.RunAsync(session.Command(["sleep", "300"]), Cancelled);

        await session.EndAsync(Cancelled);

        Assert.Single((await TestEngine.DockerAsync("top", bench.Target.Name, "-eo", "pid,args")).Split('\n')[1..]);
        await using var again = await bench.StartAsync();
        var processes = await TopAsync(again);
        Assert.DoesNotContain("sleep 300", processes, StringComparison.Ordinal);
        Assert.DoesNotContain("Z", processes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_has_ended_starts_no_process()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();
        await session.EndAsync(Cancelled);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => session.RunAsync(session.Command(["true"]), Cancelled));

        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }

    // All processes but the one that looks: state and command line.
    private static async Task<string> TopAsync(IDebugSession session) => (await SessionBench.RunAsync(session, "sh", "-c",
        "for p in /proc/[0-9]*; do [ $p = /proc/$$ ] && continue; s=$(cat $p/stat) || continue; s=${s##*) }; echo \"${s%% *} $(tr '\\0' ' ' < $p/cmdline)\"; done 2>/dev/null")).Output;

    private static async Task ReadUntilAsync(IRemoteProcess process, string expected)
    {
        var text = "";
        var buffer = new byte[4096];
        while (!text.Contains(expected, StringComparison.Ordinal))
        {
            var chunk = await process.ReadAsync(buffer, Cancelled);
            Assert.True(chunk.Count > 0, $"ended without '{expected}': {text}");
            text += Encoding.UTF8.GetString(buffer, 0, chunk.Count);
        }
    }
}
