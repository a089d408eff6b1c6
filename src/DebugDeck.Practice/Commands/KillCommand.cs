using System.Globalization;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Commands;

/// <summary><c>kill</c>.</summary>
internal sealed class KillCommand : ICommand
{
    public IReadOnlyList<string> Names => ["kill"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var arguments = context.Arguments.ToList();
        if (arguments is ["-l", ..])
        {
            await context.PrintAsync(string.Concat(Signals.Names.Select((name, number) => $"{number,2}) {name}\n").Skip(1)), cancellationToken);
            return 0;
        }

        var signal = Signals.Terminate;
        if (arguments is ["-s", var named, ..])
        {
            signal = Signals.Parse(named) ?? throw new UsageException($"bad signal name '{named}'");
            arguments.RemoveRange(0, 2);
        }
        else if (arguments is [['-', _, ..] option, ..] && option != "--")
        {
            signal = Signals.Parse(option[1..]) ?? throw new UsageException($"bad signal name '{option[1..]}'");
            arguments.RemoveAt(0);
        }

        arguments.Remove("--");
        if (arguments.Count == 0)
        {
            throw new UsageException("you need to specify whom to kill");
        }

        var status = 0;
        foreach (var argument in arguments)
        {
            status |= await SendAsync(context, argument, signal, cancellationToken);
        }

        return status;
    }

    private static async ValueTask<int> SendAsync(CommandContext context, string argument, int signal, CancellationToken cancellationToken)
    {
        if (!int.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pid))
        {
            return await context.FailAsync($"invalid number '{argument}'", cancellationToken);
        }

        if (context.Machine.Pids.Find(pid) is not { } target)
        {
            return await FailAsync(context, pid, "No such process", cancellationToken);
        }

        if (!PtraceAccess.MaySignal(context.Process.Credentials, target.Credentials))
        {
            return await FailAsync(context, pid, "Operation not permitted", cancellationToken);
        }

        target.Signal(signal);
        return 0;
    }

    private static async ValueTask<int> FailAsync(CommandContext context, int pid, string why, CancellationToken cancellationToken)
    {
        await context.Errors.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"sh: can't kill pid {pid}: {why}\n"), cancellationToken);
        return 1;
    }
}
