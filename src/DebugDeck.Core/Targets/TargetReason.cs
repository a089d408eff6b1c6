using System.Globalization;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Targets;

/// <summary>Why a target is in its state, at a moment.</summary>
public static class TargetReason
{
    private const int Recent = 120;

    /// <summary>
    /// The reason, and of what keeps ending how long ago it last did: <c>CrashLoopBackOff: exit 1, 14 restarts, last 20 s ago</c>. Null when there is nothing to say.
    /// </summary>
    public static string? ReasonAt(this Target target, DateTimeOffset now) =>
        target is { Reason: { } reason, State: ContainerState.Restarting, FinishedAt: { } ended } ? $"{reason}, last {Ago(now - ended)} ago" : target.Reason;

    private static string Ago(TimeSpan span)
    {
        var seconds = Math.Max(0, (long)span.TotalSeconds);
        return seconds < Recent ? string.Create(CultureInfo.InvariantCulture, $"{seconds} s") : Duration.Format(span);
    }
}
