using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>readlink</c> and <c>realpath</c>.</summary>
internal sealed class ReadlinkCommand : ICommand
{
    public IReadOnlyList<string> Names => ["readlink", "realpath"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "fnvemq");
        var status = 0;
        foreach (var path in options.Operands)
        {
            try
            {
                var text = options.Has('f') || context.Name == "realpath" ? Canonical(context, path) : context.Files.ReadLink(path);
                await context.PrintAsync(options.Has('n') ? text : text + "\n", cancellationToken);
            }
            catch (FileException e)
            {
                status = context.Name == "realpath" || options.Has('v') ? await context.FailAsync($"{path}: {e.Message}", cancellationToken) : 1;
            }
        }

        return status;
    }

    private static string Canonical(CommandContext context, string path)
    {
        var location = context.Files.Locate(path, follow: true);
        return location.Node is FolderNode folder ? folder.FullName() : location.Folder.FullName().TrimEnd('/') + "/" + location.Name;
    }
}
