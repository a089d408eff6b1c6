using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>Ends a stream that unpacks to more than anything honest would.</summary>
internal sealed class BoundedStream(Stream inner, long most) : ForwardStream
{
    private long _left = most;

    /// <exception cref="InvalidDataException">There is more.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _left -= read;
        return _left >= 0 ? read : throw new InvalidDataException("unpacks to more than is allowed");
    }
}
