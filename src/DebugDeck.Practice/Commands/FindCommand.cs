namespace DebugDeck.Practice.Commands;

/// <summary><c>find</c> with the tests that people use.</summary>
internal sealed class FindCommand : ICommand
{
    public IReadOnlyList<string> Names => ["find"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var paths = context.Arguments.TakeWhile(argument => argument[0] is not ('-' or '(' or '!')).ToList();
        var query = FindQuery.Parse(context, [.. context.Arguments.Skip(paths.Count)]);
        var walk = new FindWalk(context, query);
        foreach (var path in paths.Count == 0 ? ["."] : paths)
        {
            await walk.VisitAsync(path, 0, cancellationToken);
        }

        await query.FinishAsync(cancellationToken);
        return walk.Status;
    }
}
