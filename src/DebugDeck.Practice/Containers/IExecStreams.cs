namespace DebugDeck.Practice.Containers;

/// <summary>The client's side of a process that runs in a container.</summary>
public interface IExecStreams
{
    /// <summary>The size of the client's terminal now.</summary>
    TerminalSize Size { get; }

    /// <summary>Raised, on any thread, when the client's terminal changes its size.</summary>
    event Action<TerminalSize>? Resized;

    /// <summary>
    /// The next piece of input; empty at the end of input, which also comes when the client has gone.
    /// The memory is the caller's to keep.
    /// </summary>
    ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Sends output; completes when the client can take more, so a slow client slows the process down.</summary>
    /// <exception cref="IOException">The client has gone: what SIGPIPE is to a real process.</exception>
    ValueTask WriteOutputAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken);

    /// <summary>Sends error output, under the same terms as <see cref="WriteOutputAsync"/>.</summary>
    ValueTask WriteErrorAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken);
}
