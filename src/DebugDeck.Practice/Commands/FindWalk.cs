using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary>Walks a tree for <c>find</c>; links are not followed.</summary>
internal sealed class FindWalk(CommandContext context, FindQuery query)
{
    public int Status { get; private set; }

    public async Task VisitAsync(string path, int depth, CancellationToken cancellationToken)
    {
        Node node;
        try
        {
            node = context.Files.Resolve(path, follow: false);
        }
        catch (FileException e)
        {
            Status = await context.FailAsync($"{path}: {e.Message}", cancellationToken);
            return;
        }

        query.Prune = false;
        if (depth >= query.LeastDepth && !query.DepthFirst)
        {
            await query.EvaluateAsync(path, node, cancellationToken);
        }

        if (node is FolderNode && depth < query.MostDepth && !query.Prune && !(query.OneFileSystem && depth > 0 && ((FolderNode)node).Mount is not null))
        {
            await DescendAsync(path, depth, cancellationToken);
        }

        if (query.DepthFirst && depth >= query.LeastDepth)
        {
            await query.EvaluateAsync(path, node, cancellationToken);
        }
    }

    private async Task DescendAsync(string path, int depth, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names = [];
        try
        {
            names = context.Files.List(path);
        }
        catch (FileException e)
        {
            Status = await context.FailAsync($"{path}: {e.Message}", cancellationToken);
        }

        foreach (var name in names)
        {
            await VisitAsync(path.EndsWith('/') ? path + name : path + "/" + name, depth + 1, cancellationToken);
        }
    }
}
