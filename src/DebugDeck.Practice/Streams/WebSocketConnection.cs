using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Api.Tables;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Streams;

/// <summary>One client's web socket: its input and terminal size on the way in, output and the final status on the way out.</summary>
internal sealed class WebSocketConnection(WebSocket socket, StreamProtocol protocol, bool takesStdin, StreamChannel greeting) : IExecConnection
{
    /// <summary>As much as a real server puts into one frame.</summary>
    private const int FrameSize = 32 * 1024;

    /// <summary>Unread input that is taken before the client is made to wait.</summary>
    private const int PendingInput = 64;

    /// <summary>
    /// About what a real runtime takes to start a process. kubectl listens before it has opened its streams and throws away what
    /// comes for a stream that it does not know yet, so an answer without any delay would now and then be lost.
    /// </summary>
    private static readonly TimeSpan StartTime = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly Channel<byte[]> _input = Channel.CreateBounded<byte[]>(PendingInput);
    private readonly SemaphoreSlim _sending = new(1, 1);

    public StreamProtocol Protocol => protocol;

    public TerminalSize Size { get; private set; } = TerminalSize.Default;

    public event Action<TerminalSize>? Resized;

    public async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        if (!takesStdin)
            _input.Writer.TryComplete();
        var buffer = new byte[FrameSize * 2];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                await TakeAsync(Decode(message.ToArray()), cancellationToken);
                message.SetLength(0);
            }
        }
        catch (Exception error) when (error is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or FormatException or JsonException)
        {
            // The client has gone or talks nonsense; to the process both are the end of its input.
        }

        _input.Writer.TryComplete();
    }

    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        while (await _input.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_input.Reader.TryRead(out var piece))
                return piece;
        }

        return default;
    }

    public ValueTask WriteOutputAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => WriteAsync(StreamChannel.Stdout, data, cancellationToken);

    public ValueTask WriteErrorAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => WriteAsync(StreamChannel.Stderr, data, cancellationToken);

    /// <summary>Sends the empty message on the lowest channel the client reads, by which a real server says that it is there.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(StartTime, TimeProvider.System, cancellationToken);
        await SendAsync(greeting, default, cancellationToken);
    }

    public async Task FinishAsync(JsonObject status, CancellationToken cancellationToken)
    {
        try
        {
            var succeeded = status["status"]?.ToString() == "Success";
            if (protocol.StatusAsJson)
                await SendAsync(StreamChannel.Status, Responses.ToUtf8(status), cancellationToken);
            else if (!succeeded)
                await SendAsync(StreamChannel.Status, Encoding.UTF8.GetBytes(Cells.Text(status["message"], "")), cancellationToken);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(CloseTimeout);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (Exception error) when (error is IOException or WebSocketException or OperationCanceledException)
        {
            // The client has not waited for the end.
        }
    }

    public void Dispose() => _sending.Dispose();

    private async ValueTask TakeAsync(byte[] message, CancellationToken cancellationToken)
    {
        if (message.Length == 0)
            return;
        switch ((StreamChannel)message[0])
        {
            case StreamChannel.Stdin when message.Length > 1 && takesStdin:
                await _input.Writer.WriteAsync(message[1..], cancellationToken);
                break;
            case StreamChannel.Resize:
                var size = JsonNode.Parse(message.AsSpan(1));
                Size = new TerminalSize(Cells.Int(size?["Width"]), Cells.Int(size?["Height"]));
                Resized?.Invoke(Size);
                break;
            case StreamChannel.Close when protocol.CanCloseStdin && message is [_, (byte)StreamChannel.Stdin]:
                _input.Writer.TryComplete();
                break;
        }
    }

    private byte[] Decode(byte[] message)
    {
        return protocol.Base64 && message.Length > 0
            ? [(byte)(message[0] - '0'), .. Convert.FromBase64String(Encoding.ASCII.GetString(message.AsSpan(1)))]
            : message;
    }

    private async ValueTask WriteAsync(StreamChannel channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        while (!data.IsEmpty)
        {
            var piece = data[..Math.Min(data.Length, FrameSize)];
            await SendAsync(channel, piece, cancellationToken);
            data = data[piece.Length..];
        }
    }

    private async ValueTask SendAsync(StreamChannel channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        byte[] message = protocol.Base64
            ? [(byte)('0' + (byte)channel), .. Encoding.ASCII.GetBytes(Convert.ToBase64String(data.Span))]
            : [(byte)channel, .. data.Span];
        await _sending.WaitAsync(cancellationToken);
        try
        {
            var type = protocol.Base64 ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
            await socket.SendAsync(message, type, endOfMessage: true, cancellationToken);
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            throw new IOException("the client has gone", error);
        }
        finally
        {
            _sending.Release();
        }
    }
}
