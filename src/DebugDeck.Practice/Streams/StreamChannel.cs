namespace DebugDeck.Practice.Streams;

/// <summary>The first byte of each message.</summary>
internal enum StreamChannel : byte
{
    Stdin = 0,
    Stdout = 1,
    Stderr = 2,

    /// <summary>How it ended.</summary>
    Status = 3,

    /// <summary>The size of the client's terminal.</summary>
    Resize = 4,

    /// <summary>Closes the channel that the next byte names.</summary>
    Close = 255,
}
