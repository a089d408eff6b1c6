namespace DebugDeck.Practice.Commands;

/// <summary><c>true</c>.</summary>
internal sealed class TrueCommand : ICommand
{
    public IReadOnlyList<string> Names => ["true"];

    public ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken) => ValueTask.FromResult(0);
}
