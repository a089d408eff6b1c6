using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>df</c>: the node has one disk, and every mount its own size.</summary>
internal sealed class DfCommand : ICommand
{
    public IReadOnlyList<string> Names => ["df"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "PkmhTtaiB:");
        var human = options.Has('h');
        await context.PrintLineAsync(human
            ? "Filesystem                Size      Used Available Use% Mounted on"
            : "Filesystem           1K-blocks      Used Available Use% Mounted on", cancellationToken);
        foreach (var (path, mount) in context.Machine.Mounts.Where(entry => entry.Mount.Type is not ("proc" or "sysfs")))
        {
            if (options.Operands.Count > 0 && !options.Operands.Any(operand => IsOn(context, operand, mount)))
            {
                continue;
            }

            var (total, used) = mount.Type == "tmpfs" ? (65_536L, 0L) : (82_043_328L, 21_337_104L);
            var free = total - used;
            var percent = used == 0 ? 0 : ((used * 100) + total - 1) / total;
            string Size(long blocks) => human ? (blocks == 0 ? "0" : SizeText.Human(blocks * 1024)) : blocks.ToString(CultureInfo.InvariantCulture);
            await context.PrintLineAsync($"{mount.Source,-20} {Size(total),9} {Size(used),9} {Size(free),9} {percent,3}% {path}", cancellationToken);
        }

        return 0;
    }

    private static bool IsOn(CommandContext context, string path, Mount mount)
    {
        var location = context.Files.Locate(path, follow: true);
        return location.Node is null
            ? throw new FileException(Errno.NotFound, path)
            : ReferenceEquals((location.Node as FolderNode ?? location.Folder).NearestMount, mount);
    }
}
