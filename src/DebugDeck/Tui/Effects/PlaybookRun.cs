using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Runs a playbook for as long as its page is open. What goes into a pod and stays there is left to the user to allow; the rest of the run does not wait for that.</summary>
internal sealed class PlaybookRun(EffectContext context, Work.RunPlaybook work) : IEffect
{
    private IDebugSession? _session;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (context.State.Pages.OfType<RunPage>().FirstOrDefault(page => page.Id == work.Page) is not { } page)
        {
            return;
        }

        var host = context.Host(page.Target.Host);
        var settings = new RunSettings
        {
            Given = page.Given,
            Until = page.Until,
            From = page.From,
            Clock = context.Clock,
            OpenSession = (need, words, token) => OpenAsync(host, page, need, words, token),
            Words = new Reporter<string>(text => context.Report(new RunMessage.Said(work.Page, work.Round, text))),
        };
        try
        {
            var progress = new Reporter<RunReport>(report => context.Report(new RunMessage.Progressed(work.Page, work.Round, report)));
            var report = await new PlaybookRunner(host, context.Target(page.Target), page.Playbook, settings).RunAsync(progress, cancellationToken);
            await context.PostAsync(new RunMessage.Finished(work.Page, work.Round, report, context.Clock.GetUtcNow()), cancellationToken);
        }
        finally
        {
            if (_session is not null)
            {
                await _session.DisposeAsync();
            }
        }
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new RunMessage.Failed(work.Page, work.Round, Problem.From(error), context.Clock.GetUtcNow()), cancellationToken);

    private async Task<IDebugSession> OpenAsync(IContainerHost host, RunPage page, SessionNeed need, IProgress<string> words, CancellationToken cancellationToken)
    {
        words.Report("looking how a debug container can be started");
        var plan = await host.PlanAsync(context.Target(page.Target), new DebugRequest { Toolbox = context.State.Toolbox }, cancellationToken);
        if (!plan.IsPossible)
        {
            throw PlanRefusal.Of(plan);
        }

        if (host.Info.Kind == HostKind.Kubernetes && !page.IsAllowed && plan.Technique != DebugTechnique.Exec && !(plan.MayReuse && plan.Reuses is not null))
        {
            await context.PostAsync(new RunMessage.SessionWanted(work.Page, work.Round, plan, need.Steps), cancellationToken);
            throw new DebugDeckException(ErrorKind.NotPermitted, "this needs a debug container in the pod, which can never be removed from it", "Enter starts it and runs again");
        }

        return _session = await host.StartAsync(plan, words, cancellationToken);
    }
}
