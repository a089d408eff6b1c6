using System.Text;
using System.Threading.Channels;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Tests.Worlds;

namespace DebugDeck.Practice.Tests.Shell;

/// <summary>A person at a terminal in a container.</summary>
public sealed class TerminalTests(RunningWorld world) : IClassFixture<RunningWorld>
{
    [Fact]
    public async Task A_prompt_comes_lines_are_echoed_and_corrected_and_ctrl_d_leaves()
    {
        var (screen, code) = await TypeAsync("echo helo\u007flo\r", "exit 3\r");

        Assert.Equal("/ # echo helo\b \blo\r\nhello\r\n/ # exit 3\r\n", screen);
        Assert.Equal(3, code);
    }

    [Fact]
    public async Task Ctrl_c_ends_what_runs_and_not_the_shell()
    {
        var (screen, code) = await TypeAsync("sleep 100\r", "\u0003", "echo $?\r", "\u0004");

        Assert.Equal("/ # sleep 100\r\n^C\r\n/ # echo $?\r\n130\r\n/ # \r\n", screen);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task The_size_of_the_terminal_is_known()
    {
        var (screen, _) = await TypeAsync("stty size\r", "\u0004");

        Assert.Contains("24 80\r\n", screen, StringComparison.Ordinal);
    }

    // Each piece is typed when the shell has gone quiet, as a person would.
    private async Task<(string Screen, int Code)> TypeAsync(params string[] pieces)
    {
        var streams = new Keyboard();
        var running = world.World.Runtime.ExecAsync(
            new ContainerKey("shop", "multi", "sidecar"), new ExecRequest(["sh"], Tty: true, Stdin: true), streams, TestContext.Current.CancellationToken);
        foreach (var piece in pieces)
        {
            await streams.QuietAsync();
            streams.Type(piece);
        }

        var code = await running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return (streams.Screen, code);
    }

    private sealed class Keyboard : IExecStreams
    {
        private readonly Channel<ReadOnlyMemory<byte>> _keys = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
        private readonly StringBuilder _screen = new();
        private readonly Lock _lock = new();

        public TerminalSize Size => TerminalSize.Default;

        public string Screen
        {
            get
            {
                lock (_lock)
                {
                    return _screen.ToString();
                }
            }
        }

        public event Action<TerminalSize>? Resized
        {
            add { }
            remove { }
        }

        public void Type(string text) => _keys.Writer.TryWrite(Encoding.UTF8.GetBytes(text));

        public async Task QuietAsync()
        {
            string before;
            do
            {
                before = Screen;
                await Task.Delay(400, TestContext.Current.CancellationToken);
            }
            while (before != Screen || before.Length == 0);
        }

        public ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) => _keys.Reader.ReadAsync(cancellationToken);

        public ValueTask WriteOutputAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                _screen.Append(Encoding.UTF8.GetString(data.Span));
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask WriteErrorAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => WriteOutputAsync(data, cancellationToken);
    }
}
