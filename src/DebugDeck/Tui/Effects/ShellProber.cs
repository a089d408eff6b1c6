using DebugDeck.Core.Hosts;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Finds out about one target's shell by starting one in it, which only the user may ask for.</summary>
internal sealed class ShellProber(EffectContext context, Work.ProbeShell work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (host, target) = (context.Host(work.Target.Host), context.Target(work.Target));
        var finding = host is IProbingHost probing ? await probing.ProbeShellAsync(target, cancellationToken) : await host.FindShellAsync(target, cancellationToken);
        await context.PostAsync(new DetailsMessage.Probed(work.Target, finding), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new DetailsMessage.ProbeFailed(Problem.From(error)), cancellationToken);
}
