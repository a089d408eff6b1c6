using DebugDeck.Core.Hosts;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Keeps the inventory of one host up to date.</summary>
internal sealed class HostWatch(EffectContext context, Work.WatchHost work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var host = context.Host(work.Host);
        if (context.State.Host(work.Host) is { } entry && entry.Info != host.Info)
        {
            await context.PostAsync(new HostMessage.Opened(host.Info, (host as INamespacedHost)?.Scope), cancellationToken);
        }

        await foreach (var change in host.WatchAsync(cancellationToken))
        {
            await context.PostAsync(new HostMessage.Reported(work.Host, change), cancellationToken);
        }
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken)
    {
        var lost = new HostStatus(HostState.Unreachable, Problem.From(error).Message);
        await context.PostAsync(new HostMessage.Reported(work.Host, new InventoryChange.HostChanged(lost)), cancellationToken);
    }
}
