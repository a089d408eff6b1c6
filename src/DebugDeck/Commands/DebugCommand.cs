using System.CommandLine;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;
using DebugDeck.Output;
using DebugDeck.Terminal;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck debug</c>: a shell beside a target, or one command.</summary>
internal static class DebugCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var address = AddressArgument.Target(scope);
        var words = CommandArgument.Create();
        var request = new DebugRequestFlags();
        var input = new Option<bool>("--stdin", "-i") { Description = "Pass what is typed on to COMMAND (a shell, and input from a pipe or file, always goes through)" };
        var tty = new Option<bool>("--tty", "-t") { Description = "Give COMMAND a terminal (a shell gets one where there is one)" };
        var fresh = new Option<bool>("--new") { Description = "Start another debug container even if one of an earlier call still runs" };
        var remove = new Option<bool>("--rm") { Description = "End and remove the debug container afterwards, instead of keeping it for the next call" };
        var yes = Consent.Flag();
        var keys = new Option<string>("--detach-keys") { Description = "The keys that leave a shell without ending it (ctrl-p,ctrl-q by default)", HelpName = "KEYS" };
        var command = new DeckCommand("debug", "A shell beside a target that may have none, or one command")
        {
            Examples =
            [
                "debugdeck debug docker://web",
                "debugdeck debug web --toolbox netshoot",
                "debugdeck debug web -- ls -l /proc/1/root/etc",
                "debugdeck debug web -- sh -c 'cat $TARGET/etc/resolv.conf'",
                "tar c fixes | debugdeck debug web -- tar x -C /tmp",
            ],
            Details = "Nothing is written into the target and leaving does not stop it: the tools are in a container of their own that sees the target's processes, "
                + "network and files ($TARGET). It stays for the next call and ends itself after the time limit; `debugdeck sessions end` ends it at once.\n"
                + "With COMMAND the exit code is the command's own.",
        };
        command.Take(address, words, request.Toolbox, request.Profile, request.TimeLimit, input, tty, fresh, remove, yes, keys);
        return scope.Run(
            command,
            parsed => new DebugOptions(TargetAddress.Parse(parsed.GetRequiredValue(address)), request.Read(parsed), CommandArgument.Read(parsed, words))
            {
                Input = parsed.GetValue(input),
                Tty = parsed.GetValue(tty),
                New = parsed.GetValue(fresh),
                Remove = parsed.GetValue(remove),
                Yes = parsed.GetValue(yes),
                DetachKeys = parsed.GetValue(keys) is { } text ? DetachKeys.Parse(text) : DetachKeys.Default,
            },
            RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, DebugOptions options, CancellationToken cancellationToken)
    {
        using var terminal = context.OpenTerminal();
        if (options.Tty && !terminal.IsInteractive)
        {
            throw new DebugDeckException(ErrorKind.Usage, "-t needs a terminal, and this is none", "leave -t away; -i alone passes the input on");
        }

        await using var catalogue = context.OpenHosts(context.Global);
        var found = await TargetLookup.FindAsync(catalogue, context.Global, options.Address, cancellationToken);
        await using var session = await StartAsync(context, options, found, terminal, cancellationToken);
        var isLeft = false;
        try
        {
            var outcome = await terminal.RunAsync(session, Choose(session, options, context.In.IsTerminal, terminal), options.DetachKeys, cancellationToken);
            if (outcome.End == TerminalEnd.Broken)
            {
                throw new DebugDeckException(ErrorKind.Unreachable, outcome.Reason ?? "the connection broke", "the same command connects again: the debug container may still run");
            }

            isLeft = outcome.End == TerminalEnd.Detached;
            Remark(context, options, session, outcome, terminal);
            return outcome.ExitCode;
        }
        finally
        {
            if (options.Remove || (IsPodCopy(session) && !isLeft))
            {
                // Also after Ctrl-C: the promise of --rm is that nothing stays, and nobody looks after a copy of a pod.
                await session.EndAsync(CancellationToken.None);
            }
        }
    }

    private static async Task<IDebugSession> StartAsync(CommandContext context, DebugOptions options, FoundTarget found, DebugTerminal terminal, CancellationToken cancellationToken)
    {
        DebugPlan plan;
        using (var looking = new ProgressLine(context.Error, context.Clock))
        {
            looking.Report("looking at the target");
            plan = await found.Host.PlanAsync(found.Target, options.Request, cancellationToken) with { MayReuse = !options.New };
        }

        await Consent.GetAsync(context, terminal, found.Host.Info.Kind, plan, options.Yes, options.New, cancellationToken);
        using var progress = new ProgressLine(context.Error, context.Clock);
        return await found.Host.StartAsync(plan, progress, cancellationToken);
    }

    // A container's copy on an engine goes with its time limit; a pod's would stay as a pod that has ended.
    private static bool IsPodCopy(IDebugSession session) => session.Plan is { Technique: DebugTechnique.Copy, PodName: not null };

    private static RemoteCommand Choose(IDebugSession session, DebugOptions options, bool isTyped, DebugTerminal terminal) => options.Command.Count switch
    {
        > 0 => session.Command(options.Command) with { Tty = options.Tty, Input = options.Input || options.Tty || !isTyped },
        _ when terminal.IsInteractive => session.Shell,

        // A script through a pipe: no prompt, no greeting.
        _ => session.Command(["sh"]) with { Input = true },
    };

    private static void Remark(CommandContext context, DebugOptions options, IDebugSession session, TerminalOutcome outcome, DebugTerminal terminal)
    {
        if (options.Remove || options.Command.Count > 0 || !terminal.IsInteractive || session.Plan.Technique == DebugTechnique.Exec || (IsPodCopy(session) && outcome.End != TerminalEnd.Detached))
        {
            return;
        }

        var left = Duration.Format(session.Info.EndsAt - context.Clock.GetUtcNow());
        context.Note(outcome.End == TerminalEnd.Detached
            ? $"detached; the debug container {session.Info.Id} stays for {left}"
            : $"the debug container {session.Info.Id} stays for {left}; `debugdeck sessions end {session.Info.Id}` removes it now");
    }
}

/// <summary>What <c>debug</c> is asked for.</summary>
internal sealed record DebugOptions(TargetAddress Address, DebugRequest Request, IReadOnlyList<string> Command)
{
    public bool Input { get; init; }

    public bool Tty { get; init; }

    public bool New { get; init; }

    public bool Remove { get; init; }

    public bool Yes { get; init; }

    public DetachKeys DetachKeys { get; init; } = DetachKeys.Default;
}
