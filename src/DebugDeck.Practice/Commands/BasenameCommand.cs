namespace DebugDeck.Practice.Commands;

/// <summary><c>basename</c>.</summary>
internal sealed class BasenameCommand : ICommand
{
    public IReadOnlyList<string> Names => ["basename"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = context.Arguments is [var given, ..] ? given : throw new UsageException("usage: basename FILE [SUFFIX]");
        var trimmed = path.TrimEnd('/');
        var name = trimmed.Length == 0 && path.Length > 0 ? "/" : trimmed[(trimmed.LastIndexOf('/') + 1)..];
        if (context.Arguments is [_, { Length: > 0 } suffix, ..] && name != suffix && name.EndsWith(suffix, StringComparison.Ordinal))
        {
            name = name[..^suffix.Length];
        }

        await context.PrintLineAsync(name, cancellationToken);
        return 0;
    }
}
