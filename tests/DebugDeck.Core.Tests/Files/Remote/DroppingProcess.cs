using System.Threading.Channels;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Tests.Files.Remote;

/// <summary>
/// A process behind a server with the fault of library-notes B.2: what the reader has not fetched when the process ends is thrown away, and the exit
/// code is 0 all the same.
/// </summary>
internal sealed class DroppingProcess : IRemoteProcess
{
    private readonly IRemoteProcess _inner;
    private readonly Channel<(OutputChannel, byte[])> _unread = Channel.CreateBounded<(OutputChannel, byte[])>(64);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pumping;
    private (OutputChannel Channel, ReadOnlyMemory<byte> Data) _left;

    public DroppingProcess(IRemoteProcess inner)
    {
        _inner = inner;
        _pumping = PumpAsync();
    }

    public async ValueTask<OutputChunk> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_left.Data.IsEmpty)
        {
            if (!await _unread.Reader.WaitToReadAsync(cancellationToken))
            {
                return default;
            }

            if (_unread.Reader.TryRead(out var next))
            {
                _left = next;
            }
        }

        var count = Math.Min(buffer.Length, _left.Data.Length);
        _left.Data[..count].CopyTo(buffer);
        _left.Data = _left.Data[count..];
        return new OutputChunk(_left.Channel, count);
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => _inner.WriteAsync(input, cancellationToken);

    public ValueTask CloseInputAsync(CancellationToken cancellationToken) => _inner.CloseInputAsync(cancellationToken);

    public ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken) => _inner.ResizeAsync(size, cancellationToken);

    public Task<int> ExitCodeAsync(CancellationToken cancellationToken) => _inner.ExitCodeAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _inner.DisposeAsync();
        await _pumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task PumpAsync()
    {
        var buffer = new byte[32 * 1024];
        for (OutputChunk chunk; (chunk = await _inner.ReadAsync(buffer, _stop.Token)).Count > 0;)
        {
            await _unread.Writer.WriteAsync((chunk.Channel, buffer[..chunk.Count]), _stop.Token);
        }

        while (_unread.Reader.TryRead(out _))
        {
            // Lost.
        }

        _unread.Writer.Complete();
    }
}
