using System.Text;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class LogsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-logs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_pipe_gets_every_byte_and_both_outputs_stay_apart()
    {
        using var output = new MemoryStream();

        var result = await new CommandBench(Logging(
            Line("out \e[31mred\e[0m\a", OutputChannel.Output),
            new LogLine(OutputChannel.Output, null, new byte[] { 0xff, 0xfe }),
            Line("wrong", OutputChannel.Error),
            Line("out again")))
        {
            OutputStream = output,
        }.RunAsync("logs", "shop-api");

        Assert.Equal([.. "out \e[31mred\e[0m\a\n"u8, 0xff, 0xfe, (byte)'\n', .. "out again\n"u8], output.ToArray());
        Assert.Equal("wrong\n", result.Error);
    }

    [Theory]
    [InlineData(false, @"red \x07\e[2J" + "\tend\n")]
    [InlineData(true, "\e[31mred\e[0m \a\e[2J\tend\n")]
    public async Task A_terminal_sees_what_a_line_would_do_to_it_unless_it_asks_for_it(bool isRaw, string expected)
    {
        var bench = new CommandBench(Logging(Line("\e[31mred\e[0m \a\e[2J\tend"))) { IsTerminal = true };

        var result = await bench.RunAsync(isRaw ? ["logs", "shop-api", "--raw"] : ["logs", "shop-api"]);

        Assert.Equal(expected, result.Output);
    }

    [Fact]
    public async Task Timestamps_come_first()
    {
        var result = await new CommandBench(Logging(Line("hello") with { At = CommandBench.Now.AddTicks(1234567) }, Line("again"))).RunAsync("logs", "shop-api", "--timestamps");

        Assert.Equal("2026-03-01T12:00:00.1234567Z hello\n- again\n", result.Output);
    }

    [Theory]
    [InlineData("-f", true, false, null, null)]
    [InlineData("-p --tail 0", false, true, 0, null)]
    [InlineData("--since 1h30m --tail 5", false, false, 5, "2026-03-01T10:30:00Z")]
    [InlineData("--since 2026-02-01T00:00:00+02:00", false, false, null, "2026-01-31T22:00:00Z")]
    public async Task Flags_say_which_part_of_the_log(string flags, bool follow, bool previous, int? tail, string? since)
    {
        LogRequest? asked = null;
        var host = Samples.Shop();
        host.Logs = (_, request, _) =>
        {
            asked = request;
            return AsyncEnumerable.Empty<LogLine>();
        };

        var result = await new CommandBench(host).RunAsync(["logs", "shop-api", .. flags.Split(' ')]);

        Assert.Equal("", result.Error);
        var expected = new LogRequest { Follow = follow, Previous = previous, Tail = tail, Since = since is null ? null : DateTimeOffset.Parse(since) };
        Assert.Equal(expected, asked);
    }

    [Theory]
    [InlineData("--since yesterday", "'yesterday' is no time")]
    [InlineData("--tail -1", "--tail takes a number of lines, 0 or more")]
    [InlineData("--tail many", "cannot parse argument 'many' for option '--tail' as expected type 'System.Nullable`1[System.Int32]'")]
    public async Task Flags_that_make_no_sense_are_refused(string flags, string message)
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync(["logs", "shop-api", .. flags.Split(' ')]);

        Assert.Equal(2, result.Code);
        Assert.StartsWith($"debugdeck: {message}\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_goes_to_a_file_that_only_its_owner_can_read()
    {
        var result = await new CommandBench(Logging(Line("one"), Line("two"))).RunAsync("logs", "shop-api", "--to", _folder);

        var file = Path.Combine(_folder, "shop-api.log");
        Assert.Equal("one\ntwo\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(("", $"2 lines in {file}\n", 0), (result.Output, result.Error, result.Code));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_one_line()
    {
        var result = await new CommandBench(Logging()).RunAsync("logs", "shop-api", "--to", Path.Combine(_folder, "no", "such", "file"));

        Assert.Equal(1, result.Code);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_followed_log_is_shown_line_by_line()
    {
        var more = new TaskCompletionSource();
        var host = Samples.Shop();
        host.Logs = (_, _, _) => Follow();
        using var output = new WatchedStream();

        var running = new CommandBench(host) { OutputStream = output }.RunAsync("logs", "shop-api", "-f");
        await output.WaitForLinesAsync(1);
        more.SetResult();
        await running;

        Assert.Equal("first\nsecond\n", output.Text);

        async IAsyncEnumerable<LogLine> Follow()
        {
            yield return Line("first");
            await more.Task;
            yield return Line("second");
        }
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_a_followed_log()
    {
        using var gone = new BrokenPipeStream();
        var host = Samples.Shop();
        host.Logs = (_, _, _) => Endless();

        var result = await new CommandBench(host) { OutputStream = gone }.RunAsync("logs", "shop-api", "-f");

        Assert.Equal((141, ""), (result.Code, result.Error));

        static async IAsyncEnumerable<LogLine> Endless()
        {
            while (true)
            {
                await Task.Yield();
                yield return Line("still here");
            }
        }
    }

    private static FakeHost Logging(params LogLine[] lines)
    {
        var host = Samples.Shop();
        host.Logs = (_, _, _) => lines.ToAsyncEnumerable();
        return host;
    }

    private static LogLine Line(string text, OutputChannel channel = OutputChannel.Output) => new(channel, null, Encoding.UTF8.GetBytes(text));
}
