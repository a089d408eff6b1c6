using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;

namespace DebugDeck.Tui.State;

/// <summary>How many targets there are, for the first line of the screen.</summary>
/// <param name="Total">All of them, whatever the filter.</param>
/// <param name="Running">Those that run.</param>
/// <param name="Shellless">Those without a shell, as far as is known.</param>
internal readonly record struct Tally(int Total, int Running, int Shellless)
{
    public static Tally Of(DeckState state)
    {
        var running = 0;
        var shellless = 0;
        foreach (var target in state.Targets.Values)
        {
            running += target.State == ContainerState.Running ? 1 : 0;
            shellless += IsShellless(target.Shell) ? 1 : 0;
        }

        // Counted apart: a look-up for each of 50,000 targets takes longer than all the rest of a frame.
        foreach (var (key, found) in state.Shells)
        {
            if (state.Targets.TryGetValue(key, out var target))
            {
                shellless += (IsShellless(found) ? 1 : 0) - (IsShellless(target.Shell) ? 1 : 0);
            }
        }

        return new Tally(state.Targets.Count, running, shellless);
    }

    private static bool IsShellless(ShellFinding shell) => shell.Verdict is ShellVerdict.No or ShellVerdict.LikelyNo;
}
