using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Starts the session that the user has said yes to.</summary>
internal sealed class SessionStarter(EffectContext context, Work.StartSession work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (context.State.Pages.OfType<PlanPage>().FirstOrDefault(page => page.Id == work.Page) is not { Plan: { } plan } page)
        {
            return;
        }

        var progress = new Reporter<string>(text => context.Report(new PlanMessage.Progressed(work.Page, text)));
        var session = await context.Host(page.Target.Host).StartAsync(plan, progress, cancellationToken);
        context.Sessions.Put(work.Page, session);
        await context.PostAsync(new PlanMessage.Ready(work.Page, page.Target), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new PlanMessage.Failed(work.Page, Problem.From(error)), cancellationToken);
}
