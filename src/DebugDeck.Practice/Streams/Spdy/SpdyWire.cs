using System.Buffers.Binary;

namespace DebugDeck.Practice.Streams.Spdy;

/// <summary>Frames to and from bytes (SPDY/3.1, 2.2).</summary>
internal sealed class SpdyWire(Stream stream) : IDisposable
{
    private const int HeadLength = 8;

    /// <summary>A header block without headers, and the empty block after it at which a reader hands out what it has.</summary>
    private static readonly byte[] NoHeaders = [.. StoredBlock.Of(new byte[4]), .. StoredBlock.Of([])];

    private readonly SemaphoreSlim _sending = new(1, 1);
    private bool _replied;

    /// <exception cref="EndOfStreamException">The client has closed the connection.</exception>
    public async Task<SpdyFrame> ReadAsync(CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        await stream.ReadExactlyAsync(head, cancellationToken);
        var payload = new byte[(int)(BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4)) & 0xffffff)];
        await stream.ReadExactlyAsync(payload, cancellationToken);
        if ((head[0] & 0x80) == 0)
            return new SpdyFrame(SpdyFrameKind.Data, BinaryPrimitives.ReadInt32BigEndian(head), head[4], payload);
        var id = payload.Length >= 4 ? BinaryPrimitives.ReadInt32BigEndian(payload) & int.MaxValue : 0;
        return new SpdyFrame((SpdyFrameKind)BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)), id, head[4], payload);
    }

    public Task WriteDataAsync(int streamId, ReadOnlyMemory<byte> data, bool isLast, CancellationToken cancellationToken)
    {
        var frame = new byte[HeadLength + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, streamId);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), data.Length);
        frame[4] = isLast ? (byte)1 : (byte)0;
        data.CopyTo(frame.AsMemory(HeadLength));
        return SendAsync(frame, cancellationToken);
    }

    /// <summary>Accepts a stream that the client has opened.</summary>
    public Task WriteReplyAsync(int streamId, CancellationToken cancellationToken)
    {
        var id = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(id, streamId);

        // The compressed stream of all replies begins with the head of zlib.
        byte[] begin = _replied ? [] : [0x78, 0x01];
        _replied = true;
        return WriteControlAsync(SpdyFrameKind.Reply, [.. id, .. begin, .. NoHeaders], cancellationToken);
    }

    public Task WriteControlAsync(SpdyFrameKind kind, byte[] payload, CancellationToken cancellationToken)
    {
        var frame = new byte[HeadLength + payload.Length];
        frame[0] = 0x80;
        frame[1] = 3;
        frame[3] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), payload.Length);
        payload.CopyTo(frame, HeadLength);
        return SendAsync(frame, cancellationToken);
    }

    public void Dispose() => _sending.Dispose();

    private async Task SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await stream.WriteAsync(frame, cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }
        catch (Exception error) when (error is ObjectDisposedException or InvalidOperationException)
        {
            throw new IOException("the client has gone", error);
        }
        finally
        {
            _sending.Release();
        }
    }
}
