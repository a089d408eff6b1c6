namespace DebugDeck.Practice.Commands;

/// <summary><c>cat</c>.</summary>
internal sealed class CatCommand : ICommand
{
    public IReadOnlyList<string> Names => ["cat"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "uneAtv");
        var number = 0;
        return await InputFiles.EachAsync(
            context,
            options.Operands,
            async (_, file) =>
            {
                if (!options.Has('n'))
                {
                    await file.CopyToAsync(context.Out, cancellationToken);
                    return;
                }

                await foreach (var (text, hasEnd) in LineReader.ReadAsync(file, cancellationToken))
                {
                    await context.PrintAsync($"{++number,6}\t{text}{(hasEnd ? "\n" : "")}", cancellationToken);
                }
            },
            cancellationToken,
            InputFiles.CannotOpen);
    }
}
