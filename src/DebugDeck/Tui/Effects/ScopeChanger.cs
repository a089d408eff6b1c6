using DebugDeck.Core.Hosts;

namespace DebugDeck.Tui.Effects;

/// <summary>Has a host look at other namespaces; its watch tells what there is.</summary>
internal sealed class ScopeChanger(EffectContext context, Work.LookAt work) : IEffect
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        (context.Host(work.Host) as INamespacedHost)?.Look(work.Scope);
        return Task.CompletedTask;
    }

    // A host that cannot be opened says so where it is watched.
    public Task FailedAsync(Exception error, CancellationToken cancellationToken) => Task.CompletedTask;
}
