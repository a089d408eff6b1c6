using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.Terminal;

/// <summary>The standard streams of a Unix process, read with <c>poll</c> so that a wait can be called off through a pipe.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class UnixDevice : ITerminalDevice
{
    private readonly int _input;
    private readonly int _output;
    private readonly int _error;
    private readonly byte[] _found = new byte[LibC.TermiosSize];
    private readonly int[] _wake = new int[2];
    private readonly Lock _modes = new();
    private bool _disposed;

    public unsafe UnixDevice(int input = 0, int output = 1, int error = 2)
    {
        (_input, _output, _error) = (input, output, error);
        fixed (byte* termios = _found)
        {
            InputIsTerminal = LibC.GetAttributes(_input, termios) == 0;
        }

        fixed (int* ends = _wake)
        {
            if (LibC.Pipe(ends) != 0)
            {
                throw new IOException($"no pipe: error {Marshal.GetLastPInvokeError()}");
            }
        }
    }

    public bool InputIsTerminal { get; }

    public bool OutputIsTerminal => LibC.IsTerminal(_output);

    public TerminalSize? Size =>
        LibC.TryGetSize(_output, out var columns, out var rows) || LibC.TryGetSize(_input, out columns, out rows) ? new TerminalSize(columns, rows) : null;

    public async Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var wake = cancellationToken.Register(Wake);
        var count = await Task.Run(() => Read(buffer.Span, cancellationToken), CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return count;
    }

    public unsafe bool Write(OutputChannel channel, ReadOnlySpan<byte> bytes)
    {
        var fd = channel == OutputChannel.Error ? _error : _output;
        while (!bytes.IsEmpty)
        {
            nint written;
            fixed (byte* start = bytes)
            {
                written = LibC.Write(fd, start, (nuint)bytes.Length);
            }

            if (written >= 0)
            {
                bytes = bytes[(int)written..];
            }
            else if (Marshal.GetLastPInvokeError() == LibC.TryAgain)
            {
                // Somebody who shares our terminal made it non-blocking.
                var ready = new LibC.PollFd { Fd = fd, Events = LibC.PollOut };
                _ = LibC.Poll(&ready, 1, -1);
            }
            else if (Marshal.GetLastPInvokeError() != LibC.Interrupted)
            {
                return false;
            }
        }

        return true;
    }

    public unsafe void EnterRawMode()
    {
        if (!InputIsTerminal)
        {
            return;
        }

        var raw = stackalloc byte[LibC.TermiosSize];
        _found.CopyTo(new Span<byte>(raw, LibC.TermiosSize));
        LibC.MakeRaw(raw);
        _ = LibC.SetAttributes(_input, LibC.ApplyNow, raw);
    }

    public unsafe void LeaveRawMode()
    {
        if (!InputIsTerminal)
        {
            return;
        }

        // Not after draining: a terminal that has stopped reading must not be able to keep us from leaving.
        fixed (byte* termios = _found)
        {
            _ = LibC.SetAttributes(_input, LibC.ApplyNow, termios);
        }
    }

    public void Dispose()
    {
        lock (_modes)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            _ = LibC.Close(_wake[0]);
            _ = LibC.Close(_wake[1]);
        }
    }

    private unsafe int Read(Span<byte> buffer, CancellationToken cancellationToken)
    {
        var waiting = stackalloc LibC.PollFd[2];
        while (!cancellationToken.IsCancellationRequested)
        {
            waiting[0] = new LibC.PollFd { Fd = _input, Events = LibC.PollIn };
            waiting[1] = new LibC.PollFd { Fd = _wake[0], Events = LibC.PollIn };
            if (LibC.Poll(waiting, 2, -1) < 0)
            {
                continue;
            }

            if (waiting[1].Returned != 0)
            {
                byte woken;
                _ = LibC.Read(_wake[0], &woken, 1);
                continue;
            }

            nint count;
            fixed (byte* start = buffer)
            {
                count = LibC.Read(_input, start, (nuint)buffer.Length);
            }

            if (count >= 0)
            {
                return (int)count;
            }

            if (Marshal.GetLastPInvokeError() is var error && error != LibC.Interrupted && error != LibC.TryAgain)
            {
                // The terminal is gone (EIO): nothing more will come.
                return 0;
            }
        }

        return 0;
    }

    private unsafe void Wake()
    {
        lock (_modes)
        {
            if (!_disposed)
            {
                byte one = 1;
                _ = LibC.Write(_wake[1], &one, 1);
            }
        }
    }
}
