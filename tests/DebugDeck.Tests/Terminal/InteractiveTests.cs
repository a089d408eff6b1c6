using System.Diagnostics;
using System.Runtime.Versioning;
using DebugDeck.Terminal;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Terminal;

/// <summary>A shell of a real debug container at a real terminal.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class InteractiveTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shell_greets_runs_commands_and_gives_its_code()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var screen = new PseudoTerminal();
        var modes = screen.Modes;

        var running = RunAsync(bench, screen);
        await screen.SeeAsync("are in /proc/1/root, for short $TARGET.");
        await screen.SeeAsync(" does not stop ");
        await screen.SeeAsync("# ");
        screen.Type("echo $((6 * 7)) grün 日本\r");
        await screen.SeeAsync("\r\n42 grün 日本\r\n");
        screen.Type("exit 42\r");

        Assert.Equal(TerminalOutcome.Exited(42), await running);
        Assert.Equal(modes, screen.Modes);
    }

    [Fact]
    public async Task Ctrl_C_goes_to_the_remote_process_and_not_to_us()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var screen = new PseudoTerminal();
        var running = RunAsync(bench, screen);
        await screen.SeeAsync("# ");

        screen.Type("sleep 100\r");
        await screen.SeeAsync("sleep 100\r\n");
        await Task.Delay(300, Cancelled);
        screen.Type("\u0003");
        await screen.SeeAsync("# ");
        screen.Type("echo code=$?\r");
        await screen.SeeAsync("code=130");
        screen.Type("\u0004");

        Assert.Equal(TerminalEnd.Exited, (await running).End);
    }

    [Fact]
    public async Task The_remote_terminal_has_our_size_and_follows_it()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var screen = new PseudoTerminal(columns: 132, rows: 50);
        var running = RunAsync(bench, screen);
        await screen.SeeAsync("# ");

        screen.Type("stty size\r");
        await screen.SeeAsync("50 132\r\n");
        screen.Resize(120, 40);
        // The kernel tells the foreground process of a controlling terminal; this one controls nobody.
        using (var signal = Process.Start("kill", ["-WINCH", $"{Environment.ProcessId}"]))
        {
            await signal.WaitForExitAsync(Cancelled);
        }

        do
        {
            screen.Type("stty size\r");
            await screen.SeeAsync("size\r\n");
            await screen.SeeAsync("# ");
        }
        while (!screen.Screen.Contains("\n40 120\r\n", StringComparison.Ordinal));
        screen.Type("exit\r");

        Assert.Equal(TerminalEnd.Exited, (await running).End);
    }

    [Fact]
    public async Task The_detach_keys_leave_the_session_running_and_no_process_in_it()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var screen = new PseudoTerminal();
        var modes = screen.Modes;
        var running = RunAsync(bench, screen);
        await screen.SeeAsync("# ");

        screen.Type("echo 1\u0010\u0011");

        Assert.Equal(TerminalOutcome.Detached, await running);
        Assert.Equal(modes, screen.Modes);
        await using var process = await bench.Session.RunAsync(bench.Session.Command(["sh", "-c", "ps | grep -c ' s[h]$'"]), Cancelled);
        var buffer = new byte[100];
        var chunk = await process.ReadAsync(buffer, Cancelled);
        Assert.Equal("0\n", System.Text.Encoding.ASCII.GetString(buffer, 0, chunk.Count));
    }

    [Fact]
    public async Task What_a_remote_program_leaves_switched_on_is_switched_off()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var screen = new PseudoTerminal();
        var running = RunAsync(bench, screen);
        await screen.SeeAsync("# ");

        screen.Type("printf '\\033[?1049h\\033[?1000h\\033[?2004h\\033[?25lready'\r");
        await screen.SeeAsync("\e[?25lready");
        screen.Type("\u0010\u0011");

        await running;
        await screen.SeeAsync("\e[?1000l\e[?1049l\e[?2004l\e[?25h");
    }

    [Fact]
    public async Task A_cancelled_visit_gives_the_terminal_back()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var screen = new PseudoTerminal();
        var modes = screen.Modes;
        using var stop = new CancellationTokenSource();
        var running = RunAsync(bench, screen, stop.Token);
        await screen.SeeAsync("# ");

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(modes, screen.Modes);
    }

    [Fact]
    public async Task A_key_typed_after_the_visit_is_for_the_next_reader()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var screen = new PseudoTerminal();
        var running = RunAsync(bench, screen);
        await screen.SeeAsync("# ");
        screen.Type("exit\r");
        await running;

        screen.Type("q\r");
        var buffer = new byte[10];

        Assert.Equal(2, await screen.Device.ReadAsync(buffer, Cancelled));
        Assert.Equal("q\n"u8.ToArray(), buffer[..2]);
    }

    [Fact]
    public async Task A_lost_engine_ends_the_visit_with_a_reason_and_a_sane_terminal()
    {
        await using var engine = await OwnEngine.StartAsync();
        await using var bench = await TerminalBench.StartAsync(engine);
        using var screen = new PseudoTerminal();
        var modes = screen.Modes;
        var running = RunAsync(bench, screen);
        await screen.SeeAsync("# ");

        await engine.StopAsync();
        var outcome = await running.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);

        // The engine may end its containers, and with them the shell, before it goes.
        Assert.Contains(outcome, new[] { outcome with { End = TerminalEnd.Broken, ExitCode = 6 }, TerminalOutcome.Exited(137) });
        Assert.Equal(modes, screen.Modes);
    }

    private static Task<TerminalOutcome> RunAsync(TerminalBench bench, PseudoTerminal screen, CancellationToken? cancellationToken = null) =>
        new DebugTerminal(screen.Device).RunAsync(bench.Session, bench.Session.Shell, DetachKeys.Default, cancellationToken ?? Cancelled);
}
