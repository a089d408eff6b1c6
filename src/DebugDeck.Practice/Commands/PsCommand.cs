using System.Globalization;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Commands;

/// <summary><c>ps</c> in the columns of busybox 1.35.</summary>
internal sealed class PsCommand : ICommand
{
    public IReadOnlyList<string> Names => ["ps"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var columns = Columns(context.Arguments);
        var accounts = new Accounts(context.Files);
        await context.PrintLineAsync(Line(columns, column => column.Title), cancellationToken);
        foreach (var (pid, process) in context.Machine.Pids.Processes)
        {
            await context.PrintLineAsync(Line(columns, column => column.Value(pid, process, accounts)), cancellationToken);
        }

        return 0;
    }

    private static List<Column> Columns(IReadOnlyList<string> arguments)
    {
        var index = arguments.ToList().FindIndex(argument => argument.StartsWith("-o", StringComparison.Ordinal));
        if (index < 0)
        {
            return [Column.Of("pid"), Column.Of("user"), Column.Of("time"), Column.Of("args")];
        }

        var names = arguments[index].Length > 2 ? arguments[index][2..] : arguments.ElementAtOrDefault(index + 1) ?? "";
        return [.. names.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(name => Column.Of(name.TrimEnd('=')))];
    }

    private static string Line(List<Column> columns, Func<Column, string> value) => string.Join(
        ' ',
        columns.Select((column, i) => i == columns.Count - 1 ? value(column)
            : column.AlignRight && value(column) != column.Title ? value(column).PadLeft(column.Width) : value(column).PadRight(column.Width)));

    private sealed record Column(string Title, int Width, bool AlignRight, Func<int, Process, Accounts, string> Value)
    {
        public static Column Of(string name) => name switch
        {
            "pid" => new("PID", 5, true, (pid, _, _) => pid.ToString(CultureInfo.InvariantCulture)),
            "ppid" => new("PPID", 5, true, (_, process, _) => (process.Parent is null ? 0 : process.Parent.Pid).ToString(CultureInfo.InvariantCulture)),
            "user" => new("USER", 8, false, (_, process, accounts) => Short(accounts.UserOrNumber(process.Credentials.Uid))),
            "group" => new("GROUP", 8, false, (_, process, accounts) => Short(accounts.GroupOrNumber(process.Credentials.Gid))),
            "uid" => new("UID", 5, true, (_, process, _) => process.Credentials.Uid.ToString(CultureInfo.InvariantCulture)),
            "comm" => new("COMMAND", 16, false, (_, process, _) => process.CommandName),
            "time" => new("TIME", 6, true, (_, _, _) => "0:00"),
            "stat" => new("STAT", 4, false, (_, _, _) => "S"),
            "vsz" => new("VSZ", 4, true, (_, _, _) => "14320"),
            "rss" => new("RSS", 4, true, (_, _, _) => "6116"),
            "args" or "cmd" => new("COMMAND", 24, false, (_, process, _) => string.Join(' ', process.CommandLine)),
            _ => throw new UsageException($"bad -o argument '{name}', supported arguments: user,group,comm,args,pid,ppid,time,stat,vsz,rss,uid"),
        };

        private static string Short(string name) => name.Length > 8 ? name[..8] : name;
    }
}
