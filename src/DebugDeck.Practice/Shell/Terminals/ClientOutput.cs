using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Shell.Terminals;

/// <summary>The standard output or error output of a process that a client started.</summary>
internal sealed class ClientOutput(IExecStreams streams, bool isError) : ClientStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        isError ? streams.WriteErrorAsync(buffer, cancellationToken) : streams.WriteOutputAsync(buffer, cancellationToken);
}
