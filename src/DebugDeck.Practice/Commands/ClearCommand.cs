namespace DebugDeck.Practice.Commands;

/// <summary><c>clear</c>.</summary>
internal sealed class ClearCommand : ICommand
{
    public IReadOnlyList<string> Names => ["clear"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await context.PrintAsync("\u001b[H\u001b[J", cancellationToken);
        return 0;
    }
}
