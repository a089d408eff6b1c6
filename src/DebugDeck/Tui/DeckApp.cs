using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Tui;

/// <summary>The terminal user interface.</summary>
public static class DeckApp
{
    private const int Interrupted = 130;

    /// <summary>Shows the hosts until the user quits; returns the exit code. Needs a terminal. The hosts stay the caller's.</summary>
    /// <exception cref="DebugDeckException">Usage: there is no terminal to show anything on.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<IContainerHost> hosts, DeckOptions options, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb")
        {
            throw new DebugDeckException(ErrorKind.Usage, "the screens need a terminal", "debugdeck list shows the containers without one");
        }

        var size = new TerminalSize(Console.WindowWidth, Console.WindowHeight);
        var exitCode = await new Deck(hosts, options, size, TimeProvider.System).RunAsync(cancellationToken);
        return cancellationToken.IsCancellationRequested && exitCode == 0 ? Interrupted : exitCode;
    }
}
