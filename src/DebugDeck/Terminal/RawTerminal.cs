using System.Runtime.InteropServices;
using System.Threading.Channels;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.Terminal;

/// <summary>
/// The time during which the terminal is raw. However it ends (the process, a detach, a lost engine, SIGTERM, SIGHUP), the terminal is given
/// back exactly once: its own modes, and the modes that the remote program switched on and did not switch off.
/// </summary>
internal sealed class RawTerminal : IDisposable
{
    private const int Hangup = 1;
    private const int Quit = 3;
    private const int Terminate = 15;

    // Windows tells nobody about a new size.
    private static readonly TimeSpan SizeCheck = TimeSpan.FromMilliseconds(250);

    // A terminal that has stopped reading must not keep a signal from putting it back.
    private static readonly TimeSpan WriterPatience = TimeSpan.FromMilliseconds(500);

    private readonly ITerminalDevice _device;
    private readonly ModeTracker _modes = new();
    private readonly Lock _writing = new();
    private readonly Channel<bool> _resizes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TaskCompletionSource<TerminalOutcome> _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IDisposable> _registrations = [];
    private volatile bool _restored;

    public RawTerminal(ITerminalDevice device)
    {
        _device = device;
        _resizes.Writer.TryWrite(true);
        device.EnterRawMode();
        Watch(PosixSignal.SIGTERM, Terminate);
        Watch(PosixSignal.SIGHUP, Hangup);
        Watch(PosixSignal.SIGQUIT, Quit);
        if (OperatingSystem.IsWindows())
        {
            _registrations.Add(new Timer(_ => _resizes.Writer.TryWrite(true), null, SizeCheck, SizeCheck));
        }
        else
        {
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => _resizes.Writer.TryWrite(true)));
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Continue()));
        }
    }

    /// <summary>Completes when a signal told us to go; the terminal is restored by then.</summary>
    public Task<TerminalOutcome> Terminated => _terminated.Task;

    /// <summary>The size now, and again whenever it may have changed. Bursts come as one.</summary>
    public IAsyncEnumerable<bool> Resizes(CancellationToken cancellationToken) => _resizes.Reader.ReadAllAsync(cancellationToken);

    public TerminalSize? Size => _device.Size;

    public Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => _device.ReadAsync(buffer, cancellationToken);

    /// <summary>Shows what the remote program wrote; false if the terminal is gone or was given back.</summary>
    public bool Write(OutputChannel channel, ReadOnlySpan<byte> bytes)
    {
        lock (_writing)
        {
            if (_restored)
            {
                return false;
            }

            _modes.Feed(bytes);
            return _device.Write(channel, bytes);
        }
    }

    /// <summary>Gives the terminal back. With <paramref name="newLine"/> the cursor leaves the remote's unfinished line.</summary>
    public void Restore(bool newLine = false)
    {
        var alone = _writing.TryEnter(WriterPatience);
        try
        {
            if (_restored)
            {
                return;
            }

            _restored = true;
            if (alone)
            {
                _device.Write(OutputChannel.Output, _modes.Undo());
                if (newLine)
                {
                    _device.Write(OutputChannel.Output, "\r\n"u8);
                }
            }

            _device.LeaveRawMode();
        }
        finally
        {
            if (alone)
            {
                _writing.Exit();
            }
        }
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        Restore();
    }

    private void Watch(PosixSignal signal, int number) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        // Not the end of the program yet: the remote process is still to be ended.
        context.Cancel = true;
        Restore(newLine: true);
        _terminated.TrySetResult(TerminalOutcome.Terminated(number));
    }));

    // Stopped and continued (kill -STOP, or a shell's fg), the shell has set the modes it likes.
    private void Continue()
    {
        if (!_restored)
        {
            _device.EnterRawMode();
            _resizes.Writer.TryWrite(true);
        }
    }
}
