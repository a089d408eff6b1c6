namespace DebugDeck.Commands;

/// <summary>Tells the end of our reader from real trouble with output.</summary>
internal static class BrokenPipe
{
    // EPIPE, and ERROR_BROKEN_PIPE and ERROR_NO_DATA as the runtime reports them on Windows.
    public static bool Is(IOException error) => (error.HResult & 0xffff) is 32 or 109 or 232;
}
