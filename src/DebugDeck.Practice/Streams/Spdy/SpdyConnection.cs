using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Api.Tables;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Streams.Spdy;

/// <summary>
/// A client's streams over SPDY/3.1, which kubectl falls back to when web sockets are refused: so a user who holds only
/// "create" on pods/exec gets through, as in a real cluster. The client opens one SPDY stream for each of its streams.
/// </summary>
internal sealed class SpdyConnection(Stream stream, IReadOnlyCollection<string> expected) : IExecConnection
{
    private const int FrameSize = 32 * 1024;
    private const int PendingInput = 64;

    private static readonly TimeSpan OpeningTime = TimeSpan.FromSeconds(30);

    private static readonly string[] Outputs = ["stdout", "stderr"];

    private readonly SpdyWire _wire = new(stream);
    private readonly SpdyHeaderReader _headers = new();
    private readonly Dictionary<string, int> _streams = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<byte[]> _input = Channel.CreateBounded<byte[]>(PendingInput);

    public StreamProtocol Protocol => StreamProtocol.V4;

    public TerminalSize Size { get; private set; } = TerminalSize.Default;

    public event Action<TerminalSize>? Resized;

    public async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        if (!expected.Contains("stdin"))
            _input.Writer.TryComplete();
        try
        {
            while (true)
                await TakeAsync(await _wire.ReadAsync(cancellationToken), cancellationToken);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException or FormatException
            or JsonException or InvalidDataException or InvalidOperationException)
        {
            // The client has gone or talks nonsense; to the process both are the end of its input.
            _ready.TrySetException(new IOException("the client has gone", error));
        }

        _input.Writer.TryComplete();
    }

    public Task BeginAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(OpeningTime, TimeProvider.System, cancellationToken);

    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        while (await _input.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_input.Reader.TryRead(out var piece))
                return piece;
        }

        return default;
    }

    public ValueTask WriteOutputAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => WriteAsync("stdout", data, cancellationToken);

    public ValueTask WriteErrorAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => WriteAsync("stderr", data, cancellationToken);

    public async Task FinishAsync(JsonObject status, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var name in Outputs.Where(_streams.ContainsKey))
                await _wire.WriteDataAsync(_streams[name], default, isLast: true, cancellationToken);
            if (_streams.TryGetValue("error", out var error))
                await _wire.WriteDataAsync(error, Responses.ToUtf8(status), isLast: true, cancellationToken);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The client has not waited for the end.
        }
    }

    public void Dispose()
    {
        _headers.Dispose();
        _wire.Dispose();
    }

    private async Task TakeAsync(SpdyFrame frame, CancellationToken cancellationToken)
    {
        switch (frame.Kind)
        {
            case SpdyFrameKind.OpenStream when frame.Payload.Length > 10:
                _streams[_headers.Read(frame.Payload.AsSpan(10)).GetValueOrDefault("streamtype", "")] = frame.StreamId;
                await _wire.WriteReplyAsync(frame.StreamId, cancellationToken);
                if (expected.All(_streams.ContainsKey))
                    _ready.TrySetResult();
                break;
            case SpdyFrameKind.Ping:
                await _wire.WriteControlAsync(SpdyFrameKind.Ping, frame.Payload, cancellationToken);
                break;
            case SpdyFrameKind.Data:
                await TakeDataAsync(frame, cancellationToken);
                break;
        }
    }

    private async Task TakeDataAsync(SpdyFrame frame, CancellationToken cancellationToken)
    {
        var name = _streams.FirstOrDefault(pair => pair.Value == frame.StreamId).Key;
        if (name == "stdin")
        {
            if (frame.Payload.Length > 0)
                await _input.Writer.WriteAsync(frame.Payload, cancellationToken);
            if (frame.IsLast)
                _input.Writer.TryComplete();
        }
        else if (name == "resize" && frame.Payload.Length > 0)
        {
            var size = JsonNode.Parse(frame.Payload);
            Size = new TerminalSize(Cells.Int(size?["Width"]), Cells.Int(size?["Height"]));
            Resized?.Invoke(Size);
        }
    }

    private async ValueTask WriteAsync(string name, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        // A terminal has no error output, and a client that did not ask for a stream does not get it.
        if (!_streams.TryGetValue(name, out var id))
            return;
        while (!data.IsEmpty)
        {
            var piece = data[..Math.Min(data.Length, FrameSize)];
            await _wire.WriteDataAsync(id, piece, isLast: false, cancellationToken);
            data = data[piece.Length..];
        }
    }
}
