using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Commands;

/// <summary><c>which</c>.</summary>
internal sealed class WhichCommand : ICommand
{
    public IReadOnlyList<string> Names => ["which"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var status = 0;
        foreach (var name in context.Arguments.Where(argument => argument != "-a"))
        {
            var path = ProcessStart.Find(context.Files, name, context.Environment.GetValueOrDefault("PATH", ProgramPath.Default));
            if (path is not null && context.Files.TryResolve(path) is FileNode file && context.Files.May(file, Access.Execute))
            {
                await context.PrintLineAsync(path, cancellationToken);
            }
            else
            {
                status = 1;
            }
        }

        return status;
    }
}
