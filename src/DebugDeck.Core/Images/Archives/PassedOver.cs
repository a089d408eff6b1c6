using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Images.Archives;

/// <summary>A part of a stream that can only be read from its beginning.</summary>
internal sealed class PassedOver(Stream inner, long offset, long length) : ForwardStream
{
    private long _before = offset;
    private long _left = length;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
