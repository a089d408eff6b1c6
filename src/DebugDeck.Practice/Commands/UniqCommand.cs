namespace DebugDeck.Practice.Commands;

/// <summary><c>uniq</c>.</summary>
internal sealed class UniqCommand : ICommand
{
    public IReadOnlyList<string> Names => ["uniq"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "cduif:s:w:");
        string? current = null;
        var count = 0;
        var status = await InputFiles.EachAsync(
            context,
            [.. options.Operands.Take(1)],
            async (_, file) =>
            {
                await foreach (var (text, _) in LineReader.ReadAsync(file, cancellationToken))
                {
                    if (current is not null && string.Equals(text, current, options.Has('i') ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
                    {
                        count++;
                        continue;
                    }

                    await PrintAsync(context, options, current, count, cancellationToken);
                    (current, count) = (text, 1);
                }
            },
            cancellationToken);
        await PrintAsync(context, options, current, count, cancellationToken);
        return status;
    }

    private static async Task PrintAsync(CommandContext context, Options options, string? line, int count, CancellationToken cancellationToken)
    {
        if (line is not null && !(options.Has('d') && count < 2) && !(options.Has('u') && count > 1))
        {
            await context.PrintLineAsync(options.Has('c') ? FormattableString.Invariant($"{count,7} {line}") : line, cancellationToken);
        }
    }
}
