using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Terminal;
using DebugDeck.Tui.Effects;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui;

/// <summary>The time that the terminal belongs to a shell beside a target. No screen of ours is alive then.</summary>
internal sealed class ShellVisit(DeckStore store, SessionShelf sessions)
{
    /// <summary>Goes into the shell, and tells the store how it ended.</summary>
    public async Task RunAsync(Handover handover, CancellationToken cancellationToken)
    {
        var name = store.State.Targets.GetValueOrDefault(handover.Target)?.Name ?? handover.Target.Id;
        var note = sessions.Take(handover.Page) is { } session
            ? await VisitAsync(session, name, cancellationToken)
            : new Note($"the session beside {name} is gone", IsProblem: true);
        store.Dispatch(new PlanMessage.Returned(note));
    }

    private static async Task<Note> VisitAsync(IDebugSession session, string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var held = session;
            using var terminal = new DebugTerminal();
            var outcome = await terminal.RunAsync(session, session.Shell, DetachKeys.Default, cancellationToken);
            return outcome.End == TerminalEnd.Broken
                ? new Note($"the connection to the shell was lost: {outcome.Reason}", IsProblem: true)
                : new Note($"back from {name}; its debug container waits for the next shell");
        }
        catch (DebugDeckException error)
        {
            return new Note($"the shell beside {name} could not be opened: {error.Message}", IsProblem: true);
        }
    }
}
