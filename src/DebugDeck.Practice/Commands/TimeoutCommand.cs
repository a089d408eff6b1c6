using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Commands;

/// <summary><c>timeout</c>.</summary>
internal sealed class TimeoutCommand : ICommand
{
    public IReadOnlyList<string> Names => ["timeout"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "+s:k:");
        if (options.Operands is not [var limit, _, ..])
        {
            throw new UsageException("usage: timeout [-s SIG] [-k KILL_SECS] SECS PROG ARGS");
        }

        var signal = options.Value('s') is { } name ? Signals.Parse(name) ?? throw new UsageException($"bad signal name '{name}'") : Signals.Terminate;
        using var late = new CancellationTokenSource(SleepCommand.Duration(limit), context.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await context.RunAsync([.. options.Operands.Skip(1)], either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return 128 + signal;
        }
    }
}
