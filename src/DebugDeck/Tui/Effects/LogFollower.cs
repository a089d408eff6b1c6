using DebugDeck.Core.Logs;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Reads the log of one target for as long as its page is open.</summary>
internal sealed class LogFollower(EffectContext context, Work.FollowLog work) : IEffect
{
    // More than anybody reads by scrolling; what is older is for `debugdeck logs`.
    private const int FirstLines = 10_000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var request = new LogRequest { Follow = !work.Previous, Tail = FirstLines, Previous = work.Previous };
        var lines = context.Host(work.Target.Host).LogsAsync(context.Target(work.Target), request, cancellationToken);
        await foreach (var batch in lines.InBatches(cancellationToken))
        {
            await context.PostAsync(new LogsMessage.Arrived(work.Page, work.Round, [.. batch.Select(LogRow.From)]), cancellationToken);
        }

        await context.PostAsync(new LogsMessage.Ended(work.Page, work.Round, null), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new LogsMessage.Ended(work.Page, work.Round, Problem.From(error)), cancellationToken);
}
