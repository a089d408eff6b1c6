using DebugDeck.Core.Debugging;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>The script that ends a debug container from inside: an API server has no call for that, and never removes one from its pod.</summary>
internal static class SleeperEnd
{
    /// <summary>
    /// Ends every process of the container that the script runs in, itself left out. They are told from the target's, with which they share the process
    /// namespace, by two marks that must both fit: the control group is the script's own, and the environment is that of a debug container of ours.
    /// </summary>
    public static IReadOnlyList<string> Script { get; } =
    [
        "sh", "-c",
        """
        read -r own < /proc/self/cgroup || exit 1
        for signal in TERM KILL; do
        for process in /proc/[0-9]*; do
        number=${process#/proc/}
        [ "$number" = $$ ] && continue
        read -r its < $process/cgroup && [ "$its" = "$own" ] || continue
        while read -r text || [ "$text" ]; do
        case $text in *"$1="*) kill -$signal $number; break;; esac
        done < $process/environ
        done 2>/dev/null
        sleep 1
        done
        """,
        "debugdeck",
        SessionMarks.Target,
    ];

    /// <summary>The command to run in the debug container.</summary>
    public static RemoteCommand Command { get; } = new(Script);
}
