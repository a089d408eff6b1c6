namespace DebugDeck.Practice.Streams.Spdy;

/// <summary>The kinds of frames that are dealt with; numbers as on the wire, but for data.</summary>
internal enum SpdyFrameKind
{
    Data = 0,
    OpenStream = 1,
    Reply = 2,
    Reset = 3,
    Ping = 6,
    GoAway = 7,
}
