namespace DebugDeck.Practice.Commands;

/// <summary><c>false</c>.</summary>
internal sealed class FalseCommand : ICommand
{
    public IReadOnlyList<string> Names => ["false"];

    public ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken) => ValueTask.FromResult(1);
}
