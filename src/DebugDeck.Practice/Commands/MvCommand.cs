using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>mv</c>.</summary>
internal sealed class MvCommand : ICommand
{
    public IReadOnlyList<string> Names => ["mv"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "finTt:");
        if (options.Operands is not [_, _, ..])
        {
            throw new UsageException("usage: mv [-finT] SOURCE DEST");
        }

        var target = options.Operands[^1];
        var status = 0;
        foreach (var source in options.Operands.SkipLast(1))
        {
            try
            {
                var name = source.TrimEnd('/');
                context.Changes.Move(source, context.Files.TryResolve(target) is FolderNode ? target.TrimEnd('/') + "/" + name[(name.LastIndexOf('/') + 1)..] : target);
            }
            catch (FileException e)
            {
                status = await context.FailAsync($"can't rename '{source}': {e.Message}", cancellationToken);
            }
        }

        return status;
    }
}
