using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Targets;
using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.Effects;

/// <summary>Finds out what an image is built on: by what is remembered of it, in an engine also by looking.</summary>
internal sealed class BaseSearch(EffectContext context, Work.FindBase work) : IEffect
{
    private Target? Any => context.State.Targets.Values.FirstOrDefault(target => target.Host == work.Host && target.ImageId == work.ImageId);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Any is { } target)
        {
            var found = await BaseScan.LookAsync(context.Anatomies, context.Host(work.Host), target, mayLook: true, cancellationToken);
            await PostAsync(found ?? BaseSummary.FromReference(target.Image), cancellationToken);
        }
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await PostAsync(Any is { } target ? BaseSummary.FromReference(target.Image) : BaseSummary.Unknown, cancellationToken);

    private ValueTask PostAsync(BaseSummary found, CancellationToken cancellationToken) => context.PostAsync(new HostMessage.BaseFound(work.ImageId, found), cancellationToken);
}
