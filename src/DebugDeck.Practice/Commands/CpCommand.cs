using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>cp</c>.</summary>
internal sealed class CpCommand : ICommand
{
    public IReadOnlyList<string> Names => ["cp"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "adprRPLfivTtHu");
        if (options.Operands is not [_, _, ..])
        {
            throw new UsageException("usage: cp [-arPLHpfinlsTu] SOURCE DEST");
        }

        var target = options.Operands[^1];
        var into = context.Files.TryResolve(target) is FolderNode && !options.Has('T');
        if (options.Operands.Count > 2 && !into)
        {
            return await context.FailAsync($"target '{target}' is not a directory", cancellationToken);
        }

        var status = 0;
        foreach (var source in options.Operands.SkipLast(1))
        {
            var name = source.TrimEnd('/');
            status |= await CopyAsync(context, options, source, into ? target.TrimEnd('/') + "/" + name[(name.LastIndexOf('/') + 1)..] : target, cancellationToken);
        }

        return status;
    }

    private static async Task<int> CopyAsync(CommandContext context, Options options, string source, string target, CancellationToken cancellationToken)
    {
        var recursive = options.Has('r') || options.Has('R') || options.Has('a');
        Node node;
        try
        {
            node = context.Files.Resolve(source, follow: !(options.Has('a') || options.Has('d') || options.Has('P') || (recursive && !options.Has('L'))));
        }
        catch (FileException e)
        {
            return await context.FailAsync($"can't stat '{source}': {e.Message}", cancellationToken);
        }

        try
        {
            switch (node)
            {
                case FolderNode when !recursive:
                    return await context.FailAsync($"omitting directory '{source}'", cancellationToken);
                case FolderNode:
                    return await CopyFolderAsync(context, options, source, target, node, cancellationToken);
                case LinkNode link:
                    context.Changes.Add(target, new LinkNode(link.Target));
                    return 0;
                default:
                    await CopyFileAsync(context, source, target, node, options.Has('p') || options.Has('a'), cancellationToken);
                    return 0;
            }
        }
        catch (FileException e)
        {
            return await context.FailAsync(e.Path == target ? $"can't create '{target}': {e.Message}" : $"can't open '{source}': {e.Message}", cancellationToken);
        }
    }

    private static async Task<int> CopyFolderAsync(
        CommandContext context, Options options, string source, string target, Node folder, CancellationToken cancellationToken)
    {
        if (context.Files.TryResolve(target) is not FolderNode)
        {
            context.Changes.Add(target, new TreeFolder(folder.Mode | 0b111_000_000));
        }

        var status = 0;
        foreach (var name in context.Files.List(source))
        {
            status |= await CopyAsync(context, options, source.TrimEnd('/') + "/" + name, target.TrimEnd('/') + "/" + name, cancellationToken);
        }

        return status;
    }

    private static async Task CopyFileAsync(CommandContext context, string source, string target, Node node, bool preserve, CancellationToken cancellationToken)
    {
        await using var from = context.Files.OpenRead(source);
        var isNew = context.Files.TryResolve(target) is null;
        await using (var to = context.Changes.OpenWrite(target, append: false))
        {
            await from.CopyToAsync(to, cancellationToken);
        }

        if (isNew)
        {
            context.Changes.SetMode(target, node.Mode & (preserve ? 0xFFF : 0b111_111_111 & ~context.Process.Umask));
        }

        if (preserve)
        {
            context.Changes.SetTime(target, node.ModifiedAt);
        }
    }
}
