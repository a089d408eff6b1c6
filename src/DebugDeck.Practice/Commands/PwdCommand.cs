namespace DebugDeck.Practice.Commands;

/// <summary><c>pwd</c>.</summary>
internal sealed class PwdCommand : ICommand
{
    public IReadOnlyList<string> Names => ["pwd"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await context.PrintLineAsync(context.Process.WorkingDirectory.FullName(), cancellationToken);
        return 0;
    }
}
