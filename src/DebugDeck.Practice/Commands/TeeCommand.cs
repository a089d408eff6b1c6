namespace DebugDeck.Practice.Commands;

/// <summary><c>tee</c>.</summary>
internal sealed class TeeCommand : ICommand
{
    public IReadOnlyList<string> Names => ["tee"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "ai");
        var files = options.Operands.Select(path => context.Changes.OpenWrite(path, options.Has('a'))).ToList();
        var buffer = new byte[8192];
        int count;
        while ((count = await context.In.ReadAsync(buffer, cancellationToken)) > 0)
        {
            foreach (var file in files.Append(context.Out))
            {
                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }

        foreach (var file in files)
        {
            await file.DisposeAsync();
        }

        return 0;
    }
}
