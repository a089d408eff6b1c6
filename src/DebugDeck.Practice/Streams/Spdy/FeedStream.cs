namespace DebugDeck.Practice.Streams.Spdy;

/// <summary>A stream that is fed piece by piece from the same thread that reads it.</summary>
internal sealed class FeedStream : Stream
{
    private readonly MemoryStream _pending = new();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var read = _pending.Position;
        _pending.Seek(0, SeekOrigin.End);
        _pending.Write(bytes);
        _pending.Position = read;
    }

    public override int Read(byte[] buffer, int offset, int count) => _pending.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => _pending.Read(buffer);

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
