using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;

namespace DebugDeck.Terminal;

/// <summary>Connects a raw terminal to a remote process that has a terminal of its own.</summary>
internal sealed class InteractivePump(IRemoteProcess process, RawTerminal terminal, DetachKeys detachKeys)
{
    private const int Hangup = 1;
    private const int KeysAtOnce = 4 * 1024;
    private const int OutputAtOnce = 32 * 1024;

    public async Task<TerminalOutcome> RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var output = ReceiveAsync(stop.Token);
        var typing = TypeAsync(stop.Token);
        var sizes = ResizeAsync(stop.Token);
        try
        {
            var outcome = await await Task.WhenAny(output, typing, terminal.Terminated);
            terminal.Restore(newLine: outcome.End != TerminalEnd.Exited);
            return outcome;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(output, typing, sizes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TerminalOutcome> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[OutputAtOnce];
        try
        {
            while (await process.ReadAsync(buffer, cancellationToken) is { Count: > 0 } chunk)
            {
                if (!terminal.Write(chunk.Channel, buffer.AsSpan(0, chunk.Count)))
                {
                    return TerminalOutcome.Terminated(Hangup);
                }
            }

            return TerminalOutcome.Exited(await process.ExitCodeAsync(cancellationToken));
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.Unreachable)
        {
            return TerminalOutcome.Broken(error.Message);
        }
    }

    private async Task<TerminalOutcome> TypeAsync(CancellationToken cancellationToken)
    {
        var filter = new DetachFilter(detachKeys);
        var buffer = new byte[KeysAtOnce];
        while (true)
        {
            var count = await terminal.ReadAsync(buffer, cancellationToken);
            if (count == 0)
            {
                return TerminalOutcome.Terminated(Hangup);
            }

            var detached = filter.Feed(buffer.AsSpan(0, count), out var keys);
            try
            {
                if (!keys.IsEmpty)
                {
                    await process.WriteAsync(keys, cancellationToken);
                }
            }
            catch (DebugDeckException)
            {
                // It has ended or the connection broke. The output is about to tell which; the keys have no say in it any more.
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            if (detached)
            {
                return TerminalOutcome.Detached;
            }
        }
    }

    private async Task ResizeAsync(CancellationToken cancellationToken)
    {
        TerminalSize? sent = null;
        await foreach (var _ in terminal.Resizes(cancellationToken))
        {
            if (terminal.Size is not { } size || size == sent)
            {
                continue;
            }

            try
            {
                await process.ResizeAsync(size, cancellationToken);
                sent = size;
            }
            catch (DebugDeckException)
            {
                // A wrong size is no reason to end a shell; the next change tries again.
            }
        }
    }
}
