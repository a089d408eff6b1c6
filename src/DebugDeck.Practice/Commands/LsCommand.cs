using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>ls</c>, in the columns of busybox 1.35.</summary>
internal sealed class LsCommand : ICommand
{
    public IReadOnlyList<string> Names => ["ls"];

    private static readonly TimeSpan Recent = TimeSpan.FromDays(182);

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "1AaCdLHRFplinshrSXvctuw:T:", "full-time", "color=", "color");
        var operands = options.Operands.Count == 0 ? ["."] : options.Operands;
        var status = 0;
        var plain = new List<Entry>();
        var folders = new List<string>();
        foreach (var path in operands)
        {
            try
            {
                var follow = !options.Has('l') || options.Has('L') || options.Has('H');
                var node = context.Files.TryResolve(path, follow) ?? context.Files.Resolve(path, follow: false);
                if (node is FolderNode && !options.Has('d'))
                {
                    folders.Add(path);
                }
                else
                {
                    plain.Add(new Entry(path, path, node));
                }
            }
            catch (FileException e)
            {
                status = await context.FailAsync($"{path}: {e.Message}", cancellationToken);
            }
        }

        await PrintAsync(context, options, Sort(plain, options), showTotal: false, cancellationToken);
        var first = plain.Count == 0;
        foreach (var folder in folders.Order(StringComparer.Ordinal))
        {
            status |= await ListAsync(context, options, folder, operands.Count > 1 || options.Has('R'), first, cancellationToken);
            first = false;
        }

        return status;
    }

    private static async Task<int> ListAsync(
        CommandContext context, Options options, string path, bool showName, bool first, CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        try
        {
            IEnumerable<string> names = context.Files.List(path).Where(name => options.Has('a') || options.Has('A') || name[0] != '.');
            names = options.Has('a') ? [".", "..", .. names] : names;
            foreach (var name in names)
            {
                var full = path.EndsWith('/') ? path + name : path + "/" + name;
                if (context.Files.TryResolve(full, follow: options.Has('L')) is { } node)
                {
                    entries.Add(new Entry(name, full, node));
                }
            }
        }
        catch (FileException e)
        {
            return await context.FailAsync($"can't open '{path}': {e.Message}", cancellationToken);
        }

        if (showName)
        {
            await context.PrintLineAsync($"{(first ? "" : "\n")}{path}:", cancellationToken);
        }

        var sorted = Sort(entries, options);
        await PrintAsync(context, options, sorted, options.Has('l'), cancellationToken);
        var status = 0;
        foreach (var entry in sorted.Where(entry => options.Has('R') && entry.Node is FolderNode && entry.Name is not ("." or "..")))
        {
            status |= await ListAsync(context, options, entry.Path, showName: true, first: false, cancellationToken);
        }

        return status;
    }

    private static List<Entry> Sort(List<Entry> entries, Options options)
    {
        var byName = entries.OrderBy(entry => entry.Name, StringComparer.Ordinal);
        IEnumerable<Entry> sorted = options.Has('S') ? byName.OrderByDescending(entry => entry.Node.Size)
            : options.Has('t') ? byName.OrderByDescending(entry => entry.Node.ModifiedAt)
            : byName;
        return [.. options.Has('r') ? sorted.Reverse() : sorted];
    }

    private static async Task PrintAsync(CommandContext context, Options options, List<Entry> entries, bool showTotal, CancellationToken cancellationToken)
    {
        if (showTotal)
        {
            await context.PrintLineAsync(FormattableString.Invariant($"total {entries.Sum(entry => Blocks(entry.Node))}"), cancellationToken);
        }

        var accounts = new Accounts(context.Files);
        if (context.Process.Terminal is { } terminal && !options.Has('l') && !options.Has('1') && entries.Count > 0)
        {
            await context.PrintAsync(Columns.Arrange([.. entries.Select(entry => entry.Name + Mark(entry.Node, options))], terminal.Size.Width), cancellationToken);
            return;
        }

        foreach (var entry in entries)
        {
            var inode = options.Has('i') ? FormattableString.Invariant($"{entry.Node.Inode,7} ") : "";
            var line = options.Has('l') || options.Has("full-time") || options.Has('n') ? Long(context, options, entry, accounts) : entry.Name + Mark(entry.Node, options);
            await context.PrintLineAsync(inode + line, cancellationToken);
        }
    }

    private static string Long(CommandContext context, Options options, Entry entry, Accounts accounts)
    {
        var node = entry.Node;
        var owner = options.Has('n') ? node.Uid.ToString(CultureInfo.InvariantCulture) : accounts.UserOrNumber(node.Uid);
        var group = options.Has('n') ? node.Gid.ToString(CultureInfo.InvariantCulture) : accounts.GroupOrNumber(node.Gid);
        var size = node is DeviceNode device ? $"{device.Major,3}, {device.Minor,3}" : options.Has('h') ? SizeText.Human(node.Size) : node.Size.ToString(CultureInfo.InvariantCulture);
        var age = context.Clock.GetUtcNow() - node.ModifiedAt;
        var time = options.Has("full-time") ? node.ModifiedAt.ToString("yyyy-MM-dd HH:mm:ss +0000", CultureInfo.InvariantCulture)
            : node.ModifiedAt.ToString(age > Recent || age < -Recent ? "MMM d  yyyy" : "MMM d HH:mm", CultureInfo.InvariantCulture);
        time = options.Has("full-time") ? time : PadDay(time);
        var target = LinkText(context, entry);
        return $"{ModeText.Of(node)} {(node is FolderNode folder ? Links(folder) : 1),4} {owner,-8} {group,-8} {size,9} {time} {entry.Name}{target}{(target.Length == 0 ? Mark(node, options) : "")}";
    }

    private static string PadDay(string time)
    {
        var parts = time.Split(' ', 3);
        return $"{parts[0]} {parts[1].PadLeft(2)} {parts[2]}";
    }

    private static string LinkText(CommandContext context, Entry entry)
    {
        try
        {
            return entry.Node.ReadLink(context.Process) is { } target ? $" -> {target}" : "";
        }
        catch (FileException)
        {
            // A magic link of /proc that may not be read is shown without its target.
            return "";
        }
    }

    private static int Links(FolderNode folder) => 2 + folder.Names().Count(name => folder.Find(name) is FolderNode);

    private static long Blocks(Node node) => node is FolderNode ? 4 : node is FileNode and not DeviceNode ? (node.Size + 4095) / 4096 * 4 : 0;

    private static string Mark(Node node, Options options) => node switch
    {
        FolderNode when options.Has('F') || options.Has('p') => "/",
        LinkNode or MagicLink when options.Has('F') => "@",
        FileNode when options.Has('F') && (node.Mode & 0b001_001_001) != 0 => "*",
        _ => "",
    };

    private sealed record Entry(string Name, string Path, Node Node);
}
