namespace DebugDeck.Practice.Streams.Spdy;

/// <summary>One frame. Data frames have the kind <see cref="SpdyFrameKind.Data"/> and their stream; control frames say theirs in the payload.</summary>
internal readonly record struct SpdyFrame(SpdyFrameKind Kind, int StreamId, byte Flags, byte[] Payload)
{
    /// <summary>The sender has no more to say on this stream.</summary>
    public bool IsLast => (Flags & 1) != 0;
}
