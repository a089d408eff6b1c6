namespace DebugDeck.Practice.Commands;

/// <summary><c>dirname</c>.</summary>
internal sealed class DirnameCommand : ICommand
{
    public IReadOnlyList<string> Names => ["dirname"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = context.Arguments is [var given, ..] ? given : throw new UsageException("usage: dirname FILENAME");
        var trimmed = path.TrimEnd('/');
        var slash = trimmed.LastIndexOf('/');
        var folder = slash < 0 ? (trimmed.Length == 0 && path.Length > 0 ? "/" : ".") : trimmed[..slash].TrimEnd('/');
        await context.PrintLineAsync(folder.Length == 0 ? "/" : folder, cancellationToken);
        return 0;
    }
}
