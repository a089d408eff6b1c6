using DebugDeck.Core.Shells;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Looks for the shell of one target.</summary>
internal sealed class ShellSearch(EffectContext context, Work.FindShell work) : IEffect
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var finding = await context.Host(work.Target.Host).FindShellAsync(context.Target(work.Target), cancellationToken);
        await context.PostAsync(new HostMessage.ShellFound(work.Target, finding), cancellationToken);
    }

    public async Task FailedAsync(Exception error, CancellationToken cancellationToken)
    {
        var finding = new ShellFinding(ShellVerdict.Unknown, null, [$"could not be looked at: {Problem.From(error).Message}"]);
        await context.PostAsync(new HostMessage.ShellFound(work.Target, finding), cancellationToken);
    }
}
