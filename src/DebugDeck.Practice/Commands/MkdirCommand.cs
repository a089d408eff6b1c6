using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>mkdir</c>.</summary>
internal sealed class MkdirCommand : ICommand
{
    public IReadOnlyList<string> Names => ["mkdir"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "pm:v");
        var mode = options.Value('m') is { } text ? ModeText.Parse(text, 0, isFolder: true) : 0b111_111_111 & ~context.Process.Umask;
        var status = 0;
        foreach (var path in options.Operands)
        {
            try
            {
                foreach (var folder in options.Has('p') ? Ancestors(path) : [path])
                {
                    if (!options.Has('p') || context.Files.TryResolve(folder) is not FolderNode)
                    {
                        context.Changes.Add(folder, new TreeFolder(folder == path ? mode : 0b111_101_101));
                    }
                }
            }
            catch (FileException e)
            {
                status = await context.FailAsync($"can't create directory '{path}': {e.Message}", cancellationToken);
            }
        }

        return status;
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }

        yield return path;
    }
}
