using System.Globalization;
using System.Text;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>stat</c>.</summary>
internal sealed class StatCommand : ICommand
{
    public IReadOnlyList<string> Names => ["stat"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "Lc:ftz");
        var status = 0;
        foreach (var path in options.Operands)
        {
            try
            {
                var node = context.Files.Resolve(path, follow: options.Has('L'));
                var report = new StatReport(context, path, node);
                await context.PrintAsync(options.Value('c') is { } format ? report.Format(format) + "\n" : report.Whole(), cancellationToken);
            }
            catch (FileException e)
            {
                status = await context.FailAsync($"can't stat '{path}': {e.Message}", cancellationToken);
            }
        }

        return status;
    }

    private sealed class StatReport(CommandContext context, string path, Node node)
    {
        private readonly Accounts _accounts = new(context.Files);

        private string Kind => node switch
        {
            FolderNode => "directory",
            DeviceNode => "character special file",
            FileNode { Size: 0 } => "regular empty file",
            FileNode => "regular file",
            _ => "symbolic link",
        };

        private long Blocks => node is FolderNode ? 8 : node is FileNode and not DeviceNode ? (node.Size + 4095) / 4096 * 8 : 0;

        private string Octal => Convert.ToString(node.Mode, 8);

        private int Links => node is FolderNode folder ? 2 + folder.Names().Count(name => folder.Find(name) is FolderNode) : 1;

        private string? Target => node.ReadLink(context.Process);

        public string Whole() => FormattableString.Invariant($"""
              File: {(Target is { } target ? $"'{path}' -> '{target}'" : path)}
              Size: {node.Size,-10}	Blocks: {Blocks,-10} IO Block: 4096   {Kind}
            Device: 4bh/75d	Inode: {node.Inode,-11} Links: {Links}
            Access: (0{Octal}/{ModeText.Of(node)})  Uid: ({node.Uid,5}/{_accounts.User(node.Uid) ?? "UNKNOWN",8})   Gid: ({node.Gid,5}/{_accounts.Group(node.Gid) ?? "UNKNOWN",8})
            Access: {Time()}
            Modify: {Time()}
            Change: {Time()}

            """);

        public string Format(string format)
        {
            var result = new StringBuilder();
            for (var i = 0; i < format.Length; i++)
            {
                result.Append(format[i] == '%' && i + 1 < format.Length ? One(format[++i]) : format[i].ToString());
            }

            return result.ToString();
        }

        private string Time() => node.ModifiedAt.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture) + "00 +0000";

        private string One(char letter) => letter switch
        {
            'n' => path,
            'N' => Target is { } target ? $"'{path}' -> '{target}'" : path,
            's' => Number(node.Size),
            'a' => Octal,
            'A' => ModeText.Of(node),
            'u' => Number(node.Uid),
            'U' => _accounts.User(node.Uid) ?? "UNKNOWN",
            'g' => Number(node.Gid),
            'G' => _accounts.Group(node.Gid) ?? "UNKNOWN",
            'F' => Kind,
            'f' => (node.TypeBits | node.Mode).ToString("x", CultureInfo.InvariantCulture),
            'h' => Number(Links),
            'i' => Number(node.Inode),
            'b' => Number(Blocks),
            'B' => "512",
            'o' => "4096",
            'X' or 'Y' or 'Z' => Number(node.ModifiedAt.ToUnixTimeSeconds()),
            'x' or 'y' or 'z' => Time(),
            't' => Number(node is DeviceNode device ? device.Major : 0),
            'T' => Number(node is DeviceNode device ? device.Minor : 0),
            '%' => "%",
            _ => "?",
        };

        private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
