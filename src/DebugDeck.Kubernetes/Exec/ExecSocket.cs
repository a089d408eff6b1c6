using System.Buffers;
using System.Net.WebSockets;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>
/// An exec stream: messages in both directions, each for one channel. A message is fetched only when it is asked for, so a slow reader slows the
/// sender down instead of filling the memory.
/// </summary>
/// <param name="socket">The web socket; owned.</param>
/// <param name="protocol">The version that the server chose.</param>
/// <param name="response">The answer that the socket came out of; owned.</param>
internal sealed class ExecSocket(WebSocket socket, string protocol, IDisposable response) : IAsyncDisposable
{
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromMilliseconds(500);

    // Servers send 32 KiB at a time.
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Task<ValueWebSocketReceiveResult>? _receiving;
    private byte? _channel;

    /// <summary>The client may end its input on its own (version 5).</summary>
    public bool CanCloseInput { get; } = protocol.StartsWith("v5.", StringComparison.Ordinal);

    /// <summary>The next piece; null once the server has closed the stream.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async ValueTask<ExecFrame?> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Cancelling a receive would break the socket: whoever stops waiting may want to go on, or to write.
            _receiving ??= socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None).AsTask();
            var part = await _receiving.WaitAsync(cancellationToken);
            _receiving = null;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            var data = _buffer.AsMemory(0, part.Count);
            if (_channel is null && part.Count > 0)
            {
                _channel = data.Span[0];
                data = data[1..];
            }

            var channel = _channel;
            if (part.EndOfMessage)
            {
                _channel = null;
            }

            if (channel is { } known && !data.IsEmpty)
            {
                return new ExecFrame(known, data);
            }
        }
    }

    /// <exception cref="WebSocketException">The connection broke, or the server has closed the stream.</exception>
    public async ValueTask SendAsync(byte channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        var message = ArrayPool<byte>.Shared.Rent(data.Length + 1);
        try
        {
            message[0] = channel;
            data.CopyTo(message.AsMemory(1));
            await _sending.WaitAsync(cancellationToken);
            try
            {
                await socket.SendAsync(message.AsMemory(0, data.Length + 1), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
            }
            finally
            {
                _sending.Release();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(FarewellLimit);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            }
        }
        catch (Exception error) when (error is WebSocketException or IOException or OperationCanceledException or InvalidOperationException or ObjectDisposedException)
        {
            // It is being closed either way.
        }

        socket.Abort();
        await (_receiving ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Dispose();
        response.Dispose();
        _sending.Dispose();
    }
}
