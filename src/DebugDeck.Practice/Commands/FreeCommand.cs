namespace DebugDeck.Practice.Commands;

/// <summary><c>free</c>.</summary>
internal sealed class FreeCommand : ICommand
{
    public IReadOnlyList<string> Names => ["free"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await context.PrintAsync(
            "              total        used        free      shared  buff/cache   available\n"
            + "Mem:        8148208     2119228     3316480        1840     2712500     6012344\n"
            + "Swap:             0           0           0\n",
            cancellationToken);
        return 0;
    }
}
