using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Takes a first look at one target, which costs nothing in it, and ranks the playbooks by what it found.</summary>
internal sealed class PlaybookTriage(EffectContext context, Work.Triage work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var library = context.Playbooks;
        var report = await TriageLook.TakeAsync(
            context.Host(work.Target.Host), context.Target(work.Target), library.Playbooks, context.Clock, new Reporter<string>(static _ => { }), cancellationToken);
        var bad = library.Bad.Select(reading => $"{reading.Origin}:{reading.Problems[0].Line}: {reading.Problems[0].Message}").ToList();
        await context.PostAsync(new RunMessage.Triaged(work.Page, work.Target, report, library.Playbooks, bad), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new RunMessage.TriageFailed(work.Page, Problem.From(error)), cancellationToken);
}
