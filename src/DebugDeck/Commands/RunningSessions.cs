using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Hosting;

namespace DebugDeck.Commands;

/// <summary>A session and the host it runs on.</summary>
internal sealed record RunningSession(IContainerHost Host, DebugSessionInfo Info);

/// <summary>Asks every host for its sessions.</summary>
internal static class RunningSessions
{
    /// <summary>All sessions, the oldest first. A host that does not answer is remarked on.</summary>
    /// <exception cref="DebugDeckException">No host answers.</exception>
    public static async Task<IReadOnlyList<RunningSession>> FindAsync(CommandContext context, HostCatalogue catalogue, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(catalogue.Select(context.Global.Host).Select(host => AskAsync(host, cancellationToken)));
        var silent = answers.Select(answer => answer.Error).OfType<DebugDeckException>().ToList();
        if (silent.Count == answers.Length)
        {
            throw silent is [var only] ? only : HostTrouble.NoneReachable([.. answers.Select(answer => (answer.Host.Info, new HostStatus(HostState.Unreachable, answer.Error!.Message)))]);
        }

        silent.ForEach(error => context.Note(error.Message));
        return [.. answers.SelectMany(answer => answer.Sessions).OrderBy(session => session.Info.StartedAt)];
    }

    private static async Task<(IContainerHost Host, IReadOnlyList<RunningSession> Sessions, DebugDeckException? Error)> AskAsync(
        IContainerHost host,
        CancellationToken cancellationToken)
    {
        try
        {
            return (host, [.. (await host.SessionsAsync(cancellationToken)).Select(session => new RunningSession(host, session))], null);
        }
        catch (DebugDeckException error)
        {
            return (host, [], error);
        }
    }
}
