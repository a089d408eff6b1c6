using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Writes the selected fix to a file of this machine that does not exist yet.</summary>
internal sealed class FixSaver(EffectContext context, Work.SaveFix work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (context.State.Pages.OfType<RunPage>().FirstOrDefault(page => page.Id == work.Page) is not { SelectedFix: { } fix })
        {
            return;
        }

        var path = LocalPath.Expand(work.Path);
        await using (var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write)))
        {
            await file.WriteLineAsync(fix.Text.AsMemory(), cancellationToken);
        }

        await context.PostAsync(new RunMessage.Saved(work.Page, path), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken) =>
        await context.PostAsync(new RunMessage.SaveFailed(work.Page, new Problem(error.Message)), cancellationToken);
}
