using DebugDeck.Core.Files.Copying;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Copies files out of one target. Cancelled, it says so only when what it had written is gone again.</summary>
internal sealed class FileCopier(EffectContext context, Work.CopyOut work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var files = context.Host(work.Target.Host).Files(context.Target(work.Target));
            var progress = new Reporter<CopyProgress>(now => context.Report(new CopyMessage.Progressed(work.Page, now)));
            var options = new CopyOptions { Clock = context.Clock };
            var result = await CopyOut.ToAsync(files, work.Source, LocalPath.Expand(work.Destination), options, progress, cancellationToken);
            await context.PostAsync(new CopyMessage.Finished(work.Page, result, context.Clock.GetUtcNow()), CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await context.PostAsync(new CopyMessage.Cancelled(work.Page, context.Clock.GetUtcNow()), CancellationToken.None);
        }
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new CopyMessage.Failed(work.Page, Problem.From(error), context.Clock.GetUtcNow()), cancellationToken);
}
