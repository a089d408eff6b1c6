using DebugDeck.Core.Hosts;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Asks a host which namespaces there are to choose from.</summary>
internal sealed class NamespaceLister(EffectContext context, Work.ListNamespaces work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (context.Host(work.Host) is INamespacedHost host)
        {
            await context.PostAsync(new PickMessage.Listed(work.Page, await host.NamespacesAsync(cancellationToken)), cancellationToken);
        }
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new PickMessage.Failed(work.Page, Problem.From(error)), cancellationToken);
}
