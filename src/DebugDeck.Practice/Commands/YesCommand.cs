namespace DebugDeck.Practice.Commands;

/// <summary><c>yes</c>.</summary>
internal sealed class YesCommand : ICommand
{
    public IReadOnlyList<string> Names => ["yes"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var text = context.Arguments.Count == 0 ? "y" : string.Join(' ', context.Arguments);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await context.PrintLineAsync(text, cancellationToken);
        }
    }
}
