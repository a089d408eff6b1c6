using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>rm</c> and <c>rmdir</c>.</summary>
internal sealed class RmCommand : ICommand
{
    public IReadOnlyList<string> Names => ["rm", "rmdir"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "firRp");
        var status = 0;
        foreach (var path in options.Operands)
        {
            var node = context.Files.TryResolve(path, follow: false);
            if (node is null && options.Has('f'))
            {
                continue;
            }

            status |= context.Name == "rmdir" ? await RemoveFolderAsync(context, path, node, cancellationToken)
                : await RemoveAsync(context, path, node, options.Has('r') || options.Has('R'), cancellationToken);
        }

        return status;
    }

    private static async Task<int> RemoveFolderAsync(CommandContext context, string path, Node? node, CancellationToken cancellationToken)
    {
        try
        {
            context.Changes.Remove(node is null or FolderNode ? path : throw new FileException(Errno.NotDirectory, path));
            return 0;
        }
        catch (FileException e)
        {
            return await context.FailAsync($"'{path}': {e.Message}", cancellationToken);
        }
    }

    private static async Task<int> RemoveAsync(CommandContext context, string path, Node? node, bool recursive, CancellationToken cancellationToken)
    {
        if (node is FolderNode && !recursive)
        {
            return await context.FailAsync($"'{path}' is a directory", cancellationToken);
        }

        var status = 0;
        try
        {
            foreach (var name in node is FolderNode ? context.Files.List(path) : [])
            {
                var child = path.TrimEnd('/') + "/" + name;
                status |= await RemoveAsync(context, child, context.Files.TryResolve(child, follow: false), recursive: true, cancellationToken);
            }

            context.Changes.Remove(path);
            return status;
        }
        catch (FileException e)
        {
            return await context.FailAsync($"can't remove '{path}': {e.Message}", cancellationToken);
        }
    }
}
