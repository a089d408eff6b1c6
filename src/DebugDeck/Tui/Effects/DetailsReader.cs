using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Asks a host for all it knows about one target.</summary>
internal sealed class DetailsReader(EffectContext context, Work.ReadDetails work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var details = await context.Host(work.Target.Host).DetailsAsync(context.Target(work.Target), cancellationToken);
        await context.PostAsync(new DetailsMessage.Read(work.Page, work.Round, details), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new DetailsMessage.Failed(work.Page, work.Round, Problem.From(error)), cancellationToken);
}
