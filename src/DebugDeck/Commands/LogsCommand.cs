using System.CommandLine;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck logs</c>: what a target wrote.</summary>
internal static class LogsCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var address = AddressArgument.Target(scope);
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with new lines, over restarts of the target and of the engine" };
        var previous = new Option<bool>("--previous", "-p") { Description = "The run before the present one" };
        var since = new Option<string>("--since") { Description = "Only lines at or after this: 5m, 2h30m, or 2026-01-02T03:04:05Z", HelpName = "TIME" };
        var tail = new Option<int?>("--tail") { Description = "Only the last N lines", HelpName = "N" };
        var timestamps = new Option<bool>("--timestamps") { Description = "Put the time before each line" };
        var raw = new Option<bool>("--raw") { Description = "Send the terminal the bytes as they are, colours and other control sequences included" };
        var to = new Option<string>("--to") { Description = "Write to this file, or to NAME.log in this directory; of a pod, the logs of every container and run, and a list of those that could not be had", HelpName = "FILE|DIR" };
        var all = new Option<bool>("--all-containers") { Description = "The logs of all containers of the pod as one, each line with its container's name" };
        var command = new DeckCommand("logs", "The log of a target")
        {
            Examples = ["debugdeck logs docker://web -f --tail 100", "debugdeck logs web --since 10m | grep ERROR", "debugdeck logs web -p --to /tmp/"],
            Details = "The target's standard output goes to the standard output and its standard error to the standard error, in order; --to takes both. "
                + "On a terminal control characters are made visible (see --raw); a file or a pipe gets every byte.",
        };
        command.Take(address, follow, previous, since, tail, timestamps, all, raw, to);
        return scope.Run(
            command,
            parsed => new LogsOptions(TargetAddress.Parse(parsed.GetRequiredValue(address)))
            {
                Follow = parsed.GetValue(follow),
                Previous = parsed.GetValue(previous),
                Since = parsed.GetValue(since),
                Tail = parsed.GetValue(tail) is null or >= 0 ? parsed.GetValue(tail) : throw new DebugDeckException(ErrorKind.Usage, "--tail takes a number of lines, 0 or more"),
                Timestamps = parsed.GetValue(timestamps),
                Raw = parsed.GetValue(raw),
                To = parsed.GetValue(to),
                AllContainers = parsed.GetValue(all),
            },
            RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, LogsOptions options, CancellationToken cancellationToken)
    {
        var request = new LogRequest
        {
            Follow = options.Follow,
            Previous = options.Previous,
            Since = options.Since is { } since ? Moment.Parse(since, context.Clock) : null,
            Tail = options.Tail,
        };
        await using var catalogue = context.OpenHosts(context.Global);
        var (host, target) = await TargetLookup.FindAsync(catalogue, context.Global, options.Address, cancellationToken);
        if (options.To is { } folder && host is IPodHost pods && LogFile.IsFolder(folder))
        {
            return await WriteFolderAsync(context, options, request, pods, target, cancellationToken);
        }

        await using var file = options.To is { } to ? LogFile.Create(to, target) : null;
        var writer = Writer(context, options, file);
        try
        {
            await (options.AllContainers
                ? WriteAllAsync(context, writer, request, host, target, file is null, cancellationToken)
                : writer.WriteAsync(host.LogsAsync(target, request, cancellationToken), cancellationToken));
        }
        finally
        {
            if (file is not null)
            {
                context.Note($"{writer.Lines} lines in {file.Name}");
            }
        }

        Offer(context, options, target, writer.Lines);
        return ExitCode.Done;
    }

    private static async Task WriteAllAsync(
        CommandContext context, LogWriter writer, LogRequest request, IContainerHost host, Target target, bool isShown, CancellationToken cancellationToken)
    {
        var pods = host as IPodHost ?? throw new DebugDeckException(ErrorKind.Usage, $"{target.Address} is no pod, so it has no other containers", "leave --all-containers away");
        var containers = await pods.PodAsync(target, cancellationToken);
        NamedLog[] logs = [.. containers.Select(container => new NamedLog(container.Container ?? container.Name, host.LogsAsync(container, request, cancellationToken)))];
        var names = new LogNames(isShown ? context.Palette : Palette.Plain, [.. logs.Select(log => log.Name)]);
        var failures = new List<DebugDeckException>();
        var lines = request.Follow
            ? LogMerge.AsTheyComeAsync(logs, Failed, cancellationToken)
            : LogMerge.ByTimeAsync(logs, Failed, cancellationToken);
        await writer.WriteAsync(lines, names.Before, cancellationToken);
        if (failures.Count == logs.Length)
        {
            throw failures[0];
        }

        void Failed(string name, DebugDeckException error)
        {
            failures.Add(error);
            context.Note($"{name}: {error.Message}");
        }
    }

    private static async Task<int> WriteFolderAsync(
        CommandContext context, LogsOptions options, LogRequest request, IPodHost host, Target target, CancellationToken cancellationToken)
    {
        if (options.Follow)
        {
            throw new DebugDeckException(ErrorKind.Usage, "-f has no end, and the logs of a directory are written one after the other", "leave -f away, or name a file");
        }

        var isOne = !options.AllContainers && (options.Address.Container ?? context.Global.Container) is not null;
        var containers = isOne ? [target] : await host.PodAsync(target, cancellationToken);
        var (path, manifest) = await new LogFolder(context, host, request with { Previous = false }, options.Timestamps).WriteAsync(options.To!, containers, cancellationToken);
        foreach (var missing in manifest.Missing)
        {
            context.Note($"not there: {missing.Container} ({missing.Run}): {missing.Reason}");
        }

        context.Note($"{manifest.Files.Count} logs in {path}");
        return ExitCode.Done;
    }

    // What the user may want next, where a person is there to want it.
    private static void Offer(CommandContext context, LogsOptions options, Target target, long lines)
    {
        if (!context.Error.IsTerminal || options.Follow || options.Previous || options.To is not null)
        {
            return;
        }

        if (lines == 0 && target.Reason is { } reason)
        {
            context.Note($"no lines; {VisibleText.Escape(reason)}");
        }

        if (target.Restarts > 0)
        {
            context.Note($"restarted {target.Restarts} {(target.Restarts == 1 ? "time" : "times")}; -p shows the run before");
        }
    }

    private static LogWriter Writer(CommandContext context, LogsOptions options, FileStream? file)
    {
        if (file is not null)
        {
            var sink = new LogSink(file, IsWatched: false);
            return new LogWriter(sink, sink, options.Timestamps);
        }

        return new LogWriter(Sink(context.Out), Sink(context.Error), options.Timestamps);

        LogSink Sink(OutputPort port) => new(port.Bytes, port.IsTerminal && !options.Raw);
    }
}

/// <summary>What <c>logs</c> is asked for.</summary>
internal sealed record LogsOptions(TargetAddress Address)
{
    public bool Follow { get; init; }

    public bool Previous { get; init; }

    /// <summary>As typed: it may count from now.</summary>
    public string? Since { get; init; }

    public int? Tail { get; init; }

    public bool Timestamps { get; init; }

    public bool Raw { get; init; }

    /// <summary>A file or a directory; null for the standard output.</summary>
    public string? To { get; init; }

    /// <summary>All containers of the pod, merged.</summary>
    public bool AllContainers { get; init; }
}
