using System.Globalization;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Commands;

/// <summary><c>nsenter</c>: only who has SYS_ADMIN may enter the mounts of another process.</summary>
internal sealed class NsenterCommand : ICommand
{
    public IReadOnlyList<string> Names => ["nsenter"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "+t:muinpUCaF", "target=", "mount", "net", "pid", "uts", "ipc", "all");
        var text = options.Value('t') ?? options.Value("target") ?? throw new UsageException("no target PID specified");
        var target = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? context.Machine.Pids.Find(pid) : null;
        if (target is null)
        {
            return await context.FailAsync($"can't open '/proc/{text}/ns/mnt': No such file or directory", cancellationToken);
        }

        var entersMounts = options.Has('m') || options.Has("mount") || options.Has('a') || options.Has("all");
        if (!PtraceAccess.MayRead(context.Process, target))
        {
            return await context.FailAsync($"can't open '/proc/{text}/ns/{(entersMounts ? "mnt" : "net")}': Permission denied", cancellationToken);
        }

        if (!EnterRules.MayEnterMounts(context.Process, target))
        {
            return await context.FailAsync($"setns(0x{(entersMounts ? 20000 : 40000000)}): Operation not permitted", cancellationToken);
        }

        IReadOnlyList<string> commandLine = options.Operands.Count > 0 ? options.Operands : ["/bin/sh"];
        var start = new ProgramStart(commandLine, context.Environment, context.Streams, context.Environment.GetValueOrDefault("PATH"))
        {
            Prepare = process => (process.Root, process.WorkingDirectory) = entersMounts ? (target.Root, target.Root) : (process.Root, process.WorkingDirectory),
        };
        return await ProgramLauncher.RunAsync(context.Process, start, cancellationToken);
    }
}
