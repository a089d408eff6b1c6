using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Tui.Cells;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;
using Terminal.Gui.App;

namespace DebugDeck.Tui;

/// <summary>The terminal user interface.</summary>
public static class DeckApp
{
    // Terminal.Gui sleeps between iterations; at its default of 25 a key is seen 20 ms later, beyond 60 nobody sees a difference.
    private const ushort IterationsPerSecond = 60;

    /// <summary>Shows the hosts until the user quits; returns the exit code. Needs a terminal.</summary>
    /// <exception cref="DebugDeckException">Usage: there is no terminal to show anything on.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<IContainerHost> hosts, DeckOptions options, CancellationToken cancellationToken)
    {
        RequireTerminal();
        var clock = TimeProvider.System;
        var size = new TerminalSize(Console.WindowWidth, Console.WindowHeight);
        var store = new DeckStore(DeckState.Start(hosts.Select(host => host.Info), size, clock.GetUtcNow()) with { Toolbox = options.Toolbox }, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pump = store.RunAsync(stop.Token);
        await using var cancelled = cancellationToken.Register(() => store.Dispatch(new DeckMessage.QuitAsked()));
        RunScreens(store, options);
        await stop.CancelAsync();
        await pump.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return cancellationToken.IsCancellationRequested ? 130 : 0;
    }

    private static void RunScreens(DeckStore store, DeckOptions options)
    {
        Application.MaximumIterationsPerSecond = IterationsPerSecond;
        var palette = Palette.For(ColorPolicy.Choose(Environment.GetEnvironmentVariable));
        using var app = Application.Create().Init();
        app.Driver!.Force16Colors = palette.Tier != ColorTier.Rgb;
        // Without a visible cursor 2.5.0 hides it again in every iteration, for ever: 740 bytes a second over an idle connection.
        app.Iteration += (_, _) => app.Driver?.SetCursorNeedsUpdate(false);
        if (!options.Mouse)
        {
            app.Mouse.IsMouseDisabled = true;
        }

        using var window = new DeckWindow(store, palette);
        window.Attach(app);
        app.Run(window);
    }

    private static void RequireTerminal()
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb")
        {
            throw new DebugDeckException(ErrorKind.Usage, "the screens need a terminal", "debugdeck list shows the containers without one");
        }
    }
}
