using DebugDeck.Core.Hosts;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>What one target is made of: an engine's files are looked at; in a pod nothing is started for a screen.</summary>
internal sealed class AnatomyReading(EffectContext context, Work.ReadAnatomy work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (host, target) = (context.Host(work.Target.Host), context.Target(work.Target));
        // A shell that was found since the host told of the target.
        target = target with { Shell = context.State.ShellOf(target) };
        var anatomy = host.Info.Kind == HostKind.Kubernetes
            ? await context.Anatomies.FromOutsideAsync(host, target, cancellationToken)
            : await context.Anatomies.OfTargetAsync(host, target, cancellationToken);
        await context.PostAsync(new DetailsMessage.AnatomyRead(work.Page, work.Round, anatomy), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new DetailsMessage.AnatomyFailed(work.Page, work.Round, Problem.From(error)), cancellationToken);
}
