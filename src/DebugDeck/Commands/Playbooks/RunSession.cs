using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands.Playbooks;

/// <summary>The debug container of one run: planned, agreed to and started when the first step needs it, let go of at the end, and left for the next run.</summary>
internal sealed class RunSession(CommandContext context, FoundTarget found, RunOptions options, ProgressLine progress) : IAsyncDisposable
{
    private IDebugSession? _session;

    /// <exception cref="DebugDeckException">None can be started, or nobody agreed.</exception>
    public async Task<IDebugSession> OpenAsync(SessionNeed need, IProgress<string> words, CancellationToken cancellationToken)
    {
        words.Report("looking how a debug container can be started");
        var plan = await found.Host.PlanAsync(found.Target, options.Request, cancellationToken);
        progress.Clear();
        context.Note(VisibleText.Escape($"note: a debug container is needed for: {string.Join("; ", need.Steps)}"));
        using (var terminal = context.OpenTerminal())
        {
            await Consent.GetAsync(context, terminal, found.Host.Info.Kind, plan, options.Yes, mayRepeat: false, cancellationToken);
        }

        return _session = await found.Host.StartAsync(plan, words, cancellationToken);
    }

    public ValueTask DisposeAsync() => _session?.DisposeAsync() ?? ValueTask.CompletedTask;
}
