using System.Runtime.Versioning;
using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.Terminal;

/// <summary>The standard streams of a Windows process. Keys come as UTF-16 and as virtual terminal sequences, and leave as UTF-8.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsDevice : ITerminalDevice
{
    private const int CharsAtOnce = 512;
    private const uint PollMilliseconds = 50;

    private readonly nint _input = Kernel32.GetStdHandle(Kernel32.StandardInput);
    private readonly nint _output = Kernel32.GetStdHandle(Kernel32.StandardOutput);
    private readonly nint _error = Kernel32.GetStdHandle(Kernel32.StandardError);

    // A character outside the basic plane may arrive as two halves in two reads; the encoder keeps the first.
    private readonly Encoder _encoder = new UTF8Encoding(false).GetEncoder();
    private readonly uint _inputMode;
    private readonly uint _outputMode;
    private readonly uint _codePage;

    public WindowsDevice()
    {
        InputIsTerminal = Kernel32.GetConsoleMode(_input, out _inputMode);
        OutputIsTerminal = Kernel32.GetConsoleMode(_output, out _outputMode);
        _codePage = Kernel32.GetConsoleOutputCP();
    }

    public bool InputIsTerminal { get; }

    public bool OutputIsTerminal { get; }

    public TerminalSize? Size => Kernel32.GetConsoleScreenBufferInfo(_output, out var info)
        ? new TerminalSize(info.Right - info.Left + 1, info.Bottom - info.Top + 1)
        : null;

    public async Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await Task.Run(() => InputIsTerminal ? ReadKeys(buffer.Span, cancellationToken) : ReadFile(buffer.Span), CancellationToken.None)
            .WaitAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return count;
    }

    public unsafe bool Write(OutputChannel channel, ReadOnlySpan<byte> bytes)
    {
        var handle = channel == OutputChannel.Error ? _error : _output;
        while (!bytes.IsEmpty)
        {
            fixed (byte* start = bytes)
            {
                if (!Kernel32.WriteFile(handle, start, (uint)bytes.Length, out var written, 0))
                {
                    return false;
                }

                bytes = bytes[(int)written..];
            }
        }

        return true;
    }

    public void EnterRawMode()
    {
        Kernel32.SetConsoleMode(_input, Kernel32.VirtualTerminalInput);
        Kernel32.SetConsoleMode(_output, _outputMode | Kernel32.ProcessedOutput | Kernel32.VirtualTerminalOutput | Kernel32.NoAutomaticReturn);
        Kernel32.SetConsoleOutputCP(Kernel32.Utf8);
    }

    public void LeaveRawMode()
    {
        Kernel32.SetConsoleMode(_input, _inputMode);
        Kernel32.SetConsoleMode(_output, _outputMode);
        Kernel32.SetConsoleOutputCP(_codePage);
    }

    public void Dispose()
    {
        // The handles belong to the process.
    }

    private unsafe int ReadKeys(Span<byte> buffer, CancellationToken cancellationToken)
    {
        var chars = stackalloc char[CharsAtOnce];
        var room = (uint)Math.Min(CharsAtOnce, buffer.Length / 4);
        while (!cancellationToken.IsCancellationRequested)
        {
            if (Kernel32.WaitForSingleObject(_input, PollMilliseconds) != 0)
            {
                continue;
            }

            if (!Kernel32.ReadConsoleW(_input, chars, room, out var count, 0))
            {
                return 0;
            }

            var bytes = _encoder.GetBytes(new ReadOnlySpan<char>(chars, (int)count), buffer, flush: false);
            if (bytes > 0)
            {
                return bytes;
            }
        }

        return 0;
    }

    private unsafe int ReadFile(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            // A pipe whose writer is gone fails with ERROR_BROKEN_PIPE: that is its end.
            return Kernel32.ReadFile(_input, start, (uint)buffer.Length, out var count, 0) ? (int)count : 0;
        }
    }
}
