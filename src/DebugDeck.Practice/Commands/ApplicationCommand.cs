namespace DebugDeck.Practice.Commands;

/// <summary>The program of a workload. Its life is scripted by the world; called by hand it tells its version and ends.</summary>
internal sealed class ApplicationCommand : ICommand
{
    public IReadOnlyList<string> Names => ["application"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await context.PrintLineAsync($"{context.Name}: practice program, version 1.0", cancellationToken);
        return 0;
    }
}
