using System.Buffers;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Streams;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>A process in a pod's container, over a web socket.</summary>
/// <param name="socket">Connected to the process; owned.</param>
/// <param name="program">For the words of a failure.</param>
/// <param name="host">The cluster's name, for the same.</param>
/// <param name="isTty">It has a terminal.</param>
/// <param name="end">Ends the process from inside: a server leaves it running when the stream is closed.</param>
/// <param name="clock">The time.</param>
internal sealed class KubeRemoteProcess(ExecSocket socket, string program, string host, bool isTty, Func<Task> end, TimeProvider clock) : IRemoteProcess
{
    private const int LongestStatus = 64 * 1024;
    private const int PieceSize = 32 * 1024;

    // The stream is closed right after the status; nothing is worth waiting for longer.
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);

    private readonly ArrayBufferWriter<byte> _status = new(512);
    private (OutputChannel Channel, ReadOnlyMemory<byte> Data) _left;
    private bool _ended;
    private bool _isDisposed;

    public async ValueTask<OutputChunk> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_left.Data.IsEmpty && !await NextAsync(cancellationToken))
        {
            return default;
        }

        var count = Math.Min(buffer.Length, _left.Data.Length);
        _left.Data[..count].CopyTo(buffer);
        _left.Data = _left.Data[count..];
        return new OutputChunk(_left.Channel, count);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        while (!input.IsEmpty)
        {
            var piece = input[..Math.Min(input.Length, PieceSize)];
            await SendAsync(ExecChannel.Input, piece, cancellationToken);
            input = input[piece.Length..];
        }
    }

    public ValueTask CloseInputAsync(CancellationToken cancellationToken)
    {
        if (socket.CanCloseInput)
        {
            return SendAsync(ExecChannel.Close, new byte[] { ExecChannel.Input }, cancellationToken);
        }

        // On a terminal, Ctrl-D does what the protocol cannot.
        return isTty
            ? SendAsync(ExecChannel.Input, "\u0004"u8.ToArray(), cancellationToken)
            : throw new DebugDeckException(
                ErrorKind.Failed,
                $"{host} cannot be told that the input has ended: it is older than Kubernetes 1.30",
                "name a command that does not wait for the end of its input, or use `kubectl exec`");
    }

    public ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken) => SendAsync(
        ExecChannel.Resize,
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"Width":{{size.Columns}},"Height":{{size.Rows}}}""")),
        cancellationToken);

    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken))
        {
            // Nobody wants this output, and the verdict comes after it.
            _left = default;
        }

        return ExecVerdict.Read(_status.WrittenSpan, program);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        var mayRun = _status.WrittenCount == 0;
        await socket.DisposeAsync();
        if (mayRun)
        {
            await end();
        }
    }

    /// <summary>Fetches the next output; false once the process has ended.</summary>
    private async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (!_ended)
        {
            switch (await ReceiveAsync(cancellationToken))
            {
                case null:
                    _ended = true;
                    break;
                case { Channel: ExecChannel.Output or ExecChannel.Error } frame:
                    _left = (frame.Channel == ExecChannel.Error ? OutputChannel.Error : OutputChannel.Output, frame.Data);
                    return true;
                case { Channel: ExecChannel.Status } frame when _status.WrittenCount + frame.Data.Length <= LongestStatus:
                    _status.Write(frame.Data.Span);
                    break;
            }
        }

        // Without a verdict nobody knows whether the output is all there was.
        return _status.WrittenCount > 0 ? false : throw Broken(null);
    }

    private async ValueTask<ExecFrame?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var isOver = _status.WrittenCount > 0;
        using var limit = isOver ? new CancellationTokenSource(CloseLimit, clock) : null;
        using var both = limit is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await socket.ReceiveAsync(both?.Token ?? cancellationToken);
        }
        catch (OperationCanceledException) when (isOver && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException)
        {
            return isOver ? null : throw Broken(error);
        }
    }

    private async ValueTask SendAsync(byte channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(channel, data, cancellationToken);
        }
        catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw new DebugDeckException(ErrorKind.Failed, "the process takes no more input", inner: error);
        }
    }

    private DebugDeckException Broken(Exception? cause) => new(
        ErrorKind.Unreachable,
        $"the connection to {host} broke before '{program}' had ended, so its output may be cut short",
        "the same command connects again",
        cause);
}
