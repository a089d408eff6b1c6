namespace DebugDeck.Practice.Shell.Execution;

/// <summary>The streams of a command after its redirections; disposing closes what they opened.</summary>
/// <param name="Streams">The streams.</param>
/// <param name="Opened">What was opened for them.</param>
/// <param name="Failure">Why the command cannot run; null if it can.</param>
internal sealed record RedirectedStreams(StreamTable Streams, IReadOnlyList<Stream> Opened, string? Failure) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var stream in Opened)
        {
            await stream.FlushAsync();
            await stream.DisposeAsync();
        }
    }
}
