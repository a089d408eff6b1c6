namespace DebugDeck.Practice.Commands;

/// <summary><c>mount</c>, which here only lists.</summary>
internal sealed class MountCommand : ICommand
{
    public IReadOnlyList<string> Names => ["mount"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.Count > 0 && context.Arguments[0] != "-t")
        {
            return await context.FailAsync("permission denied (are you root?)", cancellationToken);
        }

        foreach (var (path, mount) in context.Machine.Mounts)
        {
            await context.PrintLineAsync($"{mount.Source} on {path} type {mount.Type} ({mount.AllOptions})", cancellationToken);
        }

        return 0;
    }
}
