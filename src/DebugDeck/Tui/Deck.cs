using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Tui.Cells;
using DebugDeck.Tui.Effects;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;

namespace DebugDeck.Tui;

/// <summary>One run of the screens: the store, the work behind it, and the terminal that goes to a shell and comes back.</summary>
internal sealed class Deck
{
    // Terminal.Gui sleeps between iterations; at its default of 25 a key is seen 20 ms later, beyond 60 nobody sees a difference.
    private const ushort IterationsPerSecond = 60;

    private readonly DeckStore _store;
    private readonly EffectContext _context;
    private readonly EffectRunner _effects;
    private readonly SessionShelf _sessions = new();
    private readonly DeckOptions _options;
    private readonly TimeProvider _clock;
    private readonly Palette _palette = Palette.For(ColorPolicy.Choose(Environment.GetEnvironmentVariable));

    public Deck(IReadOnlyList<IContainerHost> hosts, DeckOptions options, TerminalSize size, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        var first = DeckState.Start(hosts.Select(host => host.Info), size, clock.GetUtcNow()) with
        {
            Toolbox = options.Toolbox,
            Hosts = [.. hosts.Select(host => new HostEntry(host.Info, HostStatus.Connecting) { Scope = (host as INamespacedHost)?.Scope })],
            Contexts = [.. options.Contexts?.Names ?? []],
        };
        _store = new DeckStore(first, clock);
        _context = new EffectContext(_store, hosts, clock, _sessions, options.Contexts, options.Playbooks, options.Anatomies);
        _effects = new EffectRunner(_store, _context);
    }

    /// <summary>Shows the screens until the user quits or the token is cancelled; returns the exit code of a signal, else 0.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var guard = new TerminalGuard(Quit, _clock);
        await using var cancelled = cancellationToken.Register(Quit);
        var background = WorkAsync(stop.Token);
        try
        {
            await ShowAsync(stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await background;
            await _context.CloseAsync();
        }

        return guard.ExitCode ?? 0;
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        var store = _store.RunAsync(cancellationToken);
        var effects = _effects.RunAsync(cancellationToken);
        await Task.WhenAny(store, effects);
        // Either the user leaves, or there is a bug, which screens that never change again would hide.
        Quit();
        await effects;
        try
        {
            await store;
        }
        catch (OperationCanceledException)
        {
            // The user leaves.
        }
    }

    private void Quit() => _store.Dispatch(new DeckMessage.QuitAsked());

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var visit = new ShellVisit(_store, _sessions);
        while (!_store.State.IsQuitting)
        {
            ShowScreens();
            if (_store.State is { IsQuitting: false, Handover: { } handover })
            {
                await visit.RunAsync(handover, cancellationToken);
            }
        }
    }

    // Terminal.Gui cannot pause: its input thread owns the keyboard. So the application is made anew each time, which takes about 10 ms,
    // and so is the window, whose keys would stay bound to the old one.
    private void ShowScreens()
    {
        Application.MaximumIterationsPerSecond = IterationsPerSecond;
        using var app = Application.Create().Init();
        app.Driver!.Force16Colors = _palette.Tier != ColorTier.Rgb;
        // Without a visible cursor 2.5.0 hides it again in every iteration, for ever: 740 bytes a second over an idle connection.
        app.Iteration += (_, _) => app.Driver?.SetCursorNeedsUpdate(false);
        if (!_options.Mouse)
        {
            app.Mouse.IsMouseDisabled = true;
            app.Driver.WriteRaw(EscSeqUtils.CSI_DisableMouseEvents);
        }

        using var window = new DeckWindow(_store, _palette);
        window.Attach(app);
        app.Run(window);
    }
}
