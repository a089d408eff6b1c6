using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Debugging;

/// <summary>
/// A process in a container, connected to us. Reading applies back pressure: what is not read is not fetched.
/// Disposing ends the process if it still runs; nothing stays behind because we left.
/// </summary>
public interface IRemoteProcess : IAsyncDisposable
{
    /// <summary>Reads the next piece of either output; <see cref="OutputChunk.Count"/> 0 means that both have ended.</summary>
    /// <exception cref="DebugDeckException">Unreachable: the connection broke.</exception>
    ValueTask<OutputChunk> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken);

    /// <summary>Ends its input (half close); output goes on.</summary>
    ValueTask CloseInputAsync(CancellationToken cancellationToken);

    ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken);

    /// <summary>Its exit code, once both outputs have ended.</summary>
    /// <exception cref="DebugDeckException">Unreachable: no verdict arrived, so the output may be cut short. NotFound: the program does not exist.</exception>
    Task<int> ExitCodeAsync(CancellationToken cancellationToken);
}
