namespace DebugDeck.Core.Images.Archives;

/// <summary>A part of a stream that can only be read from its beginning.</summary>
internal sealed class PassedOver(Stream inner, long offset, long length) : Stream
{
    private long _before = offset;
    private long _left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_before > 0)
        {
            var scratch = new byte[64 * 1024];
            while (_before > 0)
            {
                var passed = inner.Read(scratch.AsSpan(0, (int)Math.Min(scratch.Length, _before)));
                _before -= passed > 0 ? passed : throw new InvalidDataException("the layer is cut off");
            }
        }

        var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
