using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>The files of a target for one command: by the cheapest way there is, or through a debug container that the user agrees to.</summary>
internal sealed class TargetFiles : IAsyncDisposable
{
    private readonly CommandContext _context;
    private readonly IDebugSession? _session;

    private TargetFiles(CommandContext context, IContainerFiles files, IDebugSession? session)
    {
        _context = context;
        _session = session;
        Files = files;
    }

    public IContainerFiles Files { get; }

    /// <param name="context">Where to ask.</param>
    /// <param name="found">The target.</param>
    /// <param name="isAgreed"><c>--yes</c></param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<TargetFiles> OpenAsync(CommandContext context, FoundTarget found, bool isAgreed, CancellationToken cancellationToken)
    {
        if (await found.Host.ReachAsync(found.Target, cancellationToken) != FileReach.NewSession)
        {
            return new TargetFiles(context, found.Host.Files(found.Target), null);
        }

        using var terminal = context.OpenTerminal();
        var plan = await found.Host.PlanAsync(found.Target, new DebugRequest(), cancellationToken);
        await Consent.GetAsync(context, terminal, found.Host.Info.Kind, plan, isAgreed, mayRepeat: false, cancellationToken);
        using var progress = new ProgressLine(context.Error, context.Clock);
        var session = await found.Host.StartAsync(plan, progress, cancellationToken);
        return new TargetFiles(context, session.Files, session);
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is null)
        {
            return;
        }

        if (_session.Plan.Technique == DebugTechnique.Copy)
        {
            // Also after Ctrl-C: a pod that nobody asked for by name must not stay.
            await _session.EndAsync(CancellationToken.None);
        }
        else if (_session.Plan.Technique == DebugTechnique.Ephemeral)
        {
            var left = Duration.Format(_session.Info.EndsAt - _context.Clock.GetUtcNow());
            _context.Note($"the debug container {_session.Info.Id} stays for {left}; `debugdeck sessions end {_session.Info.Id}` ends it now");
        }

        await _session.DisposeAsync();
    }
}
