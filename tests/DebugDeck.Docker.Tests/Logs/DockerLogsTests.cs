using DebugDeck.Core.Errors;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Logs;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Logs;

public sealed class DockerLogsTests : IAsyncDisposable
{
    // Following looks for a new start every half a second; a container that is removed sooner takes its last lines with it.
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly OwnContainers _containers = OwnContainers.OnTestEngine();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_outputs_come_in_order_with_their_time()
    {
        var target = await FinishedAsync("echo one; sleep 0.05; echo two >&2; sleep 0.05; echo three");

        var lines = await ReadAsync(target, new LogRequest());

        Assert.Equal([(OutputChannel.Output, "one"), (OutputChannel.Error, "two"), (OutputChannel.Output, "three")], lines.Select(line => (line.Channel, line.Text)));
        Assert.All(lines, line => Assert.InRange(line.At!.Value, target.CreatedAt ?? DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue));
        Assert.Equal(lines.Select(line => line.At).Order(), lines.Select(line => line.At));
    }

    [Fact]
    public async Task A_container_with_a_terminal_has_one_output_and_no_carriage_returns()
    {
        var target = await _containers.RunAsync("--tty", "busybox:latest", "sh", "-c", "echo one; echo two >&2; head -c 40000 /dev/zero | tr '\\0' a; echo; echo end");
        await _containers.DockerAsync("wait", target.Name);

        var lines = await ReadAsync(target, new LogRequest());

        Assert.Equal(["one", "two", new string('a', 40000), "end"], lines.Select(line => line.Text));
        Assert.All(lines, line => Assert.Equal(OutputChannel.Output, line.Channel));
    }

    [Theory]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(100_000)]
    public async Task A_line_that_the_engine_cuts_arrives_whole(int length)
    {
        var target = await FinishedAsync($"head -c {length} /dev/zero | tr '\\0' a; echo; printf 'no end'");

        Assert.Equal([new string('a', length), "no end"], (await ReadAsync(target, new LogRequest())).Select(line => line.Text));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_arrive_as_far_as_the_engine_keeps_them()
    {
        // The default json-file driver replaces them; the local one keeps them.
        var target = await _containers.RunAsync("--log-driver", "local", "busybox:latest", "printf", "\\377\\376x\\n");
        await _containers.DockerAsync("wait", target.Name);

        Assert.Equal([0xff, 0xfe, (byte)'x'], Assert.Single(await ReadAsync(target, new LogRequest())).Content.ToArray());
    }

    [Fact]
    public async Task Tail_and_since_choose_the_end()
    {
        var target = await FinishedAsync("for i in 1 2 3 4 5; do echo $i; sleep 0.02; done");
        var all = await ReadAsync(target, new LogRequest());

        Assert.Equal(["4", "5"], (await ReadAsync(target, new LogRequest { Tail = 2 })).Select(line => line.Text));
        Assert.Empty(await ReadAsync(target, new LogRequest { Tail = 0 }));
        Assert.Equal(["4", "5"], (await ReadAsync(target, new LogRequest { Since = all[3].At })).Select(line => line.Text));
    }

    [Fact]
    public async Task The_run_before_is_read_alone()
    {
        var target = await _containers.RunAsync("busybox:latest", "sh", "-c", "echo run $(cat /n 2>/dev/null); echo again > /n; sleep 1000");
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<DebugDeckException>(() => ReadAsync(target, new LogRequest { Previous = true }))).Kind);

        await _containers.DockerAsync("restart", "--time", "0", target.Name);

        Assert.Equal(["run"], (await ReadAsync(target, new LogRequest { Previous = true })).Select(line => line.Text));
    }

    [Fact]
    public async Task Following_survives_restarts_and_ends_with_the_container()
    {
        var target = await _containers.RunAsync("busybox:latest", "sh", "-c", "cat /n 2>/dev/null; echo x >> /n; wc -l < /n; printf 'last words'; sleep 0.3");
        var follow = ReadAsync(target, new LogRequest { Follow = true });

        for (var restart = 0; restart < 2; restart++)
        {
            await _containers.DockerAsync("wait", target.Name);
            await _containers.DockerAsync("start", target.Name);
        }

        await _containers.DockerAsync("wait", target.Name);
        await Task.Delay(Settled, Token);
        await _containers.DockerAsync("rm", target.Name);

        Assert.Equal(["1", "last words", "x", "2", "last words", "x", "x", "3", "last words"], (await follow.WaitAsync(Patience, Token)).Select(line => line.Text));
    }

    [Fact]
    public async Task Following_from_the_end_brings_only_what_is_new_over_restarts_too()
    {
        var target = await FinishedAsync("echo old; echo new >> /n; wc -l < /n");
        var follow = ReadAsync(target, new LogRequest { Follow = true, Tail = 0 });
        await Task.Delay(300, Token);

        await _containers.DockerAsync("start", "--attach", target.Name);
        await Task.Delay(Settled, Token);
        await _containers.DockerAsync("rm", target.Name);

        Assert.Equal(["old", "2"], (await follow.WaitAsync(Patience, Token)).Select(line => line.Text));
    }

    [Fact]
    public async Task Following_a_crash_loop_loses_no_run()
    {
        var target = await _containers.RunAsync("--restart", "on-failure:3", "busybox:latest", "sh", "-c", "echo x >> /n; wc -l < /n; wc -l < /n >&2; false");

        var follow = ReadAsync(target, new LogRequest { Follow = true });
        while (await _containers.DockerAsync("inspect", "--format", "{{.State.Status}} {{.RestartCount}}", target.Name) != "exited 3")
        {
            await Task.Delay(100, Token);
        }

        await Task.Delay(Settled, Token);
        await _containers.DockerAsync("rm", target.Name);

        var lines = await follow.WaitAsync(Patience, Token);
        Assert.Equal(["1", "2", "3", "4"], lines.Where(line => line.Channel == OutputChannel.Output).Select(line => line.Text));
        Assert.Equal(["1", "2", "3", "4"], lines.Where(line => line.Channel == OutputChannel.Error).Select(line => line.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Following_survives_an_engine_restart_without_a_line_lost_or_doubled(bool liveRestore)
    {
        await using var engine = await OwnEngine.StartAsync(liveRestore);
        await using var containers = OwnContainers.On(engine);

        // A counter that goes on where it stopped, in bursts whose lines share their time.
        var target = await containers.RunAsync(
            "--restart", "always", "busybox:latest", "sh", "-c", "i=$(cat /n 2>/dev/null || echo 0); while true; do for j in 1 2 3 4 5; do i=$((i+1)); echo $i; done; echo $i > /n; sleep 0.05; done");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var lines = new List<string>();
        var reading = Task.Run(async () =>
        {
            await foreach (var line in new DockerLogs(containers.Connection).ReadAsync(target, new LogRequest { Follow = true }, stop.Token))
            {
                lock (lines)
                {
                    lines.Add(line.Text);
                }
            }
        }, Token);

        await MoreAsync(lines, 50);
        await engine.StopAsync();
        await engine.StartAgainAsync();
        await MoreAsync(lines, 50);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        // The engine's own log is the truth: what it has, and in its order.
        var truth = (await engine.DockerAsync("logs", target.Name)).Split('\n');
        Assert.Equal(truth[..lines.Count], lines);
    }

    [Fact]
    public async Task A_removed_container_is_not_found()
    {
        var target = await _containers.CreateAsync("busybox:latest");
        await _containers.DockerAsync("rm", target.Name);

        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<DebugDeckException>(() => ReadAsync(target, new LogRequest { Follow = true }))).Kind);
    }

    public async ValueTask DisposeAsync() => await _containers.DisposeAsync();

    private static async Task MoreAsync(List<string> lines, int count)
    {
        int Count()
        {
            lock (lines)
            {
                return lines.Count;
            }
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(Patience);
        for (var goal = Count() + count; Count() < goal;)
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private async Task<Target> FinishedAsync(string script)
    {
        var target = await _containers.RunAsync("busybox:latest", "sh", "-c", script);
        await _containers.DockerAsync("wait", target.Name);
        return target;
    }

    private async Task<List<LogLine>> ReadAsync(Target target, LogRequest request)
    {
        var lines = new List<LogLine>();
        await foreach (var line in new DockerLogs(_containers.Connection).ReadAsync(target, request, Token))
        {
            lines.Add(line);
        }

        return lines;
    }
}
