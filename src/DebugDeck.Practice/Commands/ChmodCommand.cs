using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>chmod</c>.</summary>
internal sealed class ChmodCommand : ICommand
{
    public IReadOnlyList<string> Names => ["chmod"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // A mode such as -x looks like an option.
        var arguments = context.Arguments.Where(argument => argument is not ("-R" or "-v" or "-c" or "-f")).ToList();
        if (arguments is not [var mode, _, ..])
        {
            throw new UsageException("usage: chmod [-R] MODE FILE...");
        }

        var status = 0;
        foreach (var path in arguments.Skip(1))
        {
            status |= await ChangeAsync(context, mode, path, context.Arguments.Contains("-R"), cancellationToken);
        }

        return status;
    }

    private static async Task<int> ChangeAsync(CommandContext context, string mode, string path, bool recursive, CancellationToken cancellationToken)
    {
        try
        {
            var node = context.Files.Resolve(path);
            context.Changes.SetMode(path, ModeText.Parse(mode, node.Mode, node is FolderNode));
            var status = 0;
            foreach (var name in recursive && node is FolderNode ? context.Files.List(path) : [])
            {
                status |= await ChangeAsync(context, mode, path + "/" + name, recursive: true, cancellationToken);
            }

            return status;
        }
        catch (FileException e)
        {
            return await context.FailAsync($"{path}: {e.Message}", cancellationToken);
        }
    }
}
