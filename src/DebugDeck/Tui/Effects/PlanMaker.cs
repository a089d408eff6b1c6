using DebugDeck.Core.Debugging;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Asks how a shell beside one target would be opened. Creates nothing.</summary>
internal sealed class PlanMaker(EffectContext context, Work.MakePlan work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var request = new DebugRequest { Toolbox = work.Toolbox };
        var plan = await context.Host(work.Target.Host).PlanAsync(context.Target(work.Target), request, cancellationToken);
        await context.PostAsync(new PlanMessage.Made(work.Page, plan), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new PlanMessage.Failed(work.Page, Problem.From(error)), cancellationToken);
}
