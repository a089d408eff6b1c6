using System.Buffers;
using System.Text;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Debugging;

/// <summary>What a short command said, in full.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="ExitCode">Null if its time was up, or it said more than was wanted.</param>
/// <param name="IsCut">It said more than was wanted.</param>
public sealed record CommandOutput(ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte> Error, int? ExitCode, bool IsCut)
{
    /// <summary>Hostile: escape before showing it.</summary>
    public string Text => Encoding.UTF8.GetString(Output.Span);

    /// <inheritdoc cref="Text"/>
    public string ErrorText => Encoding.UTF8.GetString(Error.Span);

    /// <summary>Reads until the process ends, has said more than <paramref name="limit"/> bytes, or its time is up. Disposing the process, which ends it, stays with the caller.</summary>
    public static async Task<CommandOutput> CollectAsync(
        IRemoteProcess process, int limit, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        var output = new ArrayBufferWriter<byte>();
        var error = new ArrayBufferWriter<byte>();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await process.ReadAsync(buffer, both.Token) is { Count: > 0 } chunk)
            {
                (chunk.Channel == OutputChannel.Output ? output : error).Write(buffer.AsSpan(0, chunk.Count));
                if (output.WrittenCount + error.WrittenCount > limit)
                {
                    return new CommandOutput(output.WrittenMemory, error.WrittenMemory, null, IsCut: true);
                }
            }

            return new CommandOutput(output.WrittenMemory, error.WrittenMemory, await process.ExitCodeAsync(both.Token), IsCut: false);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new CommandOutput(output.WrittenMemory, error.WrittenMemory, null, IsCut: false);
        }
    }
}
