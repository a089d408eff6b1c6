using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.Effects;

/// <summary>Lets ages grow, once a second.</summary>
internal sealed class TimeKeeper(EffectContext context) : IEffect
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Beat, context.Clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            context.Report(new DeckMessage.Ticked(context.Clock.GetUtcNow()));
        }
    }

    // Ages that stand still are no reason to bother anybody.
    public Task FailedAsync(Exception error, CancellationToken cancellationToken) => Task.CompletedTask;
}
