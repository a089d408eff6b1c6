using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>The files of whatever an address means, for one command: by the cheapest way there is, or through a debug container that the user agrees to.</summary>
internal sealed class TargetFiles : IAsyncDisposable
{
    private readonly CommandContext _context;
    private readonly IAsyncDisposable _owner;
    private readonly IDebugSession? _session;

    private TargetFiles(CommandContext context, string address, IContainerFiles files, IAsyncDisposable owner, IDebugSession? session = null)
    {
        _context = context;
        _owner = owner;
        _session = session;
        Address = address;
        Files = files;
    }

    /// <summary>How to name it again, whatever the user wrote.</summary>
    public string Address { get; }

    public IContainerFiles Files { get; }

    /// <param name="context">Where to ask.</param>
    /// <param name="address">A container, or an image that does not run.</param>
    /// <param name="isAgreed"><c>--yes</c></param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<TargetFiles> OpenAsync(CommandContext context, TargetAddress address, bool isAgreed, CancellationToken cancellationToken)
    {
        if (address.Kind is AddressKind.Image or AddressKind.Archive)
        {
            var image = await context.OpenImage(context.Global, address, cancellationToken);
            foreach (var problem in image.Problems)
            {
                context.Note(problem);
            }

            return new TargetFiles(context, address.ToString(), image.Files, image);
        }

        var catalogue = context.OpenHosts(context.Global);
        try
        {
            var found = await TargetLookup.FindAsync(catalogue, context.Global, address, cancellationToken);
            var name = found.Target.Address.ToString();
            return await found.Host.ReachAsync(found.Target, cancellationToken) != FileReach.NewSession
                ? new TargetFiles(context, name, found.Host.Files(found.Target), catalogue)
                : await StartAsync(context, found, catalogue, isAgreed, cancellationToken);
        }
        catch
        {
            await catalogue.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await LeaveAsync(_session);
        }

        await _owner.DisposeAsync();
    }

    private static async Task<TargetFiles> StartAsync(CommandContext context, FoundTarget found, IAsyncDisposable owner, bool isAgreed, CancellationToken cancellationToken)
    {
        using var terminal = context.OpenTerminal();
        var plan = await found.Host.PlanAsync(found.Target, new DebugRequest(), cancellationToken);
        await Consent.GetAsync(context, terminal, found.Host.Info.Kind, plan, isAgreed, mayRepeat: false, cancellationToken);
        using var progress = new ProgressLine(context.Error, context.Clock);
        var session = await found.Host.StartAsync(plan, progress, cancellationToken);
        return new TargetFiles(context, found.Target.Address.ToString(), session.Files, owner, session);
    }

    private async ValueTask LeaveAsync(IDebugSession session)
    {
        if (session.Plan.Technique == DebugTechnique.Copy)
        {
            // Also after Ctrl-C: a pod that nobody asked for by name must not stay.
            await session.EndAsync(CancellationToken.None);
        }
        else if (session.Plan.Technique == DebugTechnique.Ephemeral)
        {
            var left = Duration.Format(session.Info.EndsAt - _context.Clock.GetUtcNow());
            _context.Note($"the debug container {session.Info.Id} stays for {left}; `debugdeck sessions end {session.Info.Id}` ends it now");
        }

        await session.DisposeAsync();
    }
}
