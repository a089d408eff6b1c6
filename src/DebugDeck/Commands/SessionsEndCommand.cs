using System.CommandLine;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck sessions end</c>: ends and removes debug containers of ours.</summary>
internal static class SessionsEndCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var ids = new Argument<string[]>("ID") { Description = "What `debugdeck sessions` shows; its beginning is enough", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every session, whoever started it" };
        var command = new DeckCommand("end", "End and remove debug containers; their targets go on")
        {
            Examples = ["debugdeck sessions end abcde", "debugdeck sessions end --all --host docker"],
        };
        command.Take(ids, all);
        return scope.Run(
            command,
            parsed => new SessionsEndOptions(parsed.GetValue(ids) ?? [], parsed.GetValue(all)),
            RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, SessionsEndOptions options, CancellationToken cancellationToken)
    {
        if (options.All == options.Ids.Count > 0)
        {
            throw new DebugDeckException(ErrorKind.Usage, options.All ? "--all and an ID exclude each other" : "no ID is given", "`debugdeck sessions` lists them; --all ends every one");
        }

        await using var catalogue = context.OpenHosts(context.Global);
        var running = await RunningSessions.FindAsync(context, catalogue, cancellationToken);

        // All are named before the first is ended: a slip in the third name must not leave the work half done.
        var chosen = options.All ? running : [.. options.Ids.Select(id => Find(running, id)).Distinct()];
        foreach (var session in chosen)
        {
            await session.Host.EndSessionAsync(session.Info.Id, cancellationToken);
            context.Out.Text.WriteLine($"{session.Info.Id} ended ({session.Info.Target})");
        }

        if (chosen.Any(session => session.Info.Technique == DebugTechnique.Ephemeral))
        {
            context.Note("an ended debug container stays listed in its pod until the pod is replaced: Kubernetes removes none");
        }

        if (chosen.Count == 0)
        {
            context.Note("no debug containers are running");
        }

        return ExitCode.Done;
    }

    private static RunningSession Find(IReadOnlyList<RunningSession> running, string id)
    {
        var exact = running.Where(session => session.Info.Id == id).ToList();
        var matching = exact.Count > 0 ? exact : running.Where(session => session.Info.Id.StartsWith(id, StringComparison.Ordinal)).ToList();
        return matching switch
        {
            [var only] => only,
            [] => throw new DebugDeckException(ErrorKind.NotFound, $"there is no session '{id}'", "`debugdeck sessions` lists them"),
            _ => throw new DebugDeckException(
                ErrorKind.Failed,
                $"'{id}' means {matching.Count} sessions: {string.Join(", ", matching.Select(session => session.Info.Id))}",
                "write more of its ID"),
        };
    }
}

/// <summary>What <c>sessions end</c> is asked for.</summary>
internal sealed record SessionsEndOptions(IReadOnlyList<string> Ids, bool All);
