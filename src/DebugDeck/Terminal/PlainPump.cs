using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;

namespace DebugDeck.Terminal;

/// <summary>Connects plain streams to a remote process: every byte unchanged, the end of the input passed on, both outputs kept apart.</summary>
internal sealed class PlainPump(IRemoteProcess process, bool input, ITerminalDevice device)
{
    private const int BrokenPipe = 13;
    private const int BufferSize = 64 * 1024;

    public async Task<TerminalOutcome> RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = input ? SendAsync(stop.Token) : Task.CompletedTask;
        try
        {
            return await ReceiveAsync(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await typing;
        }
    }

    private async Task<TerminalOutcome> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (await process.ReadAsync(buffer, cancellationToken) is { Count: > 0 } chunk)
            {
                if (!device.Write(chunk.Channel, buffer.AsSpan(0, chunk.Count)))
                {
                    return TerminalOutcome.Terminated(BrokenPipe);
                }
            }

            return TerminalOutcome.Exited(await process.ExitCodeAsync(cancellationToken));
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.Unreachable)
        {
            return TerminalOutcome.Broken(error.Message);
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        try
        {
            int count;
            while ((count = await device.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await process.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }

            await process.CloseInputAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The process has ended, or we are leaving: nobody wants the rest.
        }
        catch (DebugDeckException)
        {
            // The process stopped reading or the connection broke. Its output says which, and the other loop reports it.
        }
    }
}
