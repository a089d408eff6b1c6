using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Lists one directory of one target; entries are shown as they become known.</summary>
internal sealed class FolderLister(EffectContext context, Work.ListFolder work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var files = context.Host(work.Target.Host).Files(context.Target(work.Target));
        await foreach (var batch in files.ListAsync(work.Path, cancellationToken).InBatches(cancellationToken))
        {
            await context.PostAsync(new FilesMessage.Arrived(work.Page, work.Round, batch), cancellationToken);
        }

        await context.PostAsync(new FilesMessage.Listed(work.Page, work.Round, null), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new FilesMessage.Listed(work.Page, work.Round, Problem.From(error)), cancellationToken);
}
