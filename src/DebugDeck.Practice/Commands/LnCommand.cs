using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>ln</c>.</summary>
internal sealed class LnCommand : ICommand
{
    public IReadOnlyList<string> Names => ["ln"];

    public ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "sfnbvTS:");
        if (options.Operands is not [var target, ..])
        {
            throw new UsageException("usage: ln [-sfnbtv] [-S SUF] TARGET... LINK|DIR");
        }

        var link = options.Operands.ElementAtOrDefault(1) ?? ".";
        if (context.Files.TryResolve(link) is FolderNode && !(options.Has('n') && context.Files.TryResolve(link, follow: false) is LinkNode))
        {
            link = link.TrimEnd('/') + "/" + target[(target.LastIndexOf('/') + 1)..];
        }

        if (options.Has('f') && context.Files.TryResolve(link, follow: false) is not null)
        {
            context.Changes.Remove(link);
        }

        var source = options.Has('s') ? new LinkNode(target) : context.Files.Resolve(target, follow: false);
        context.Changes.Add(link, source);
        return ValueTask.FromResult(0);
    }
}
