using System.Globalization;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>The clock itself: the node's against that of the machine that looks. Which of the two is wrong cannot be told from here.</summary>
internal static class NodeClock
{
    // Kerberos refuses from five minutes on, and short-lived tokens and certificates do so sooner; less than half a minute hurts nobody but tracing.
    private static readonly TimeSpan Notable = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TooMuch = TimeSpan.FromMinutes(5);

    public static IEnumerable<Finding> Judge(ClockReading? clock)
    {
        // What the question itself took is no skew.
        if (clock is null || clock.Ahead.Duration() - clock.Doubt < Notable)
        {
            yield break;
        }

        var isAhead = clock.Ahead > TimeSpan.Zero;
        yield return new Finding(
            "tz.clock-skew",
            clock.Ahead.Duration() - clock.Doubt >= TooMuch ? Severity.Problem : Severity.Warning,
            $"The node's clock is {Size(clock.Ahead.Duration())} {(isAhead ? "ahead of" : "behind")} this machine's",
            "One of the two is wrong; containers have no clock of their own. With the wrong time certificates are not yet or no longer valid, tokens are refused, and times in logs do not fit together.")
        {
            Evidence =
            [
                new Evidence("clock", "node", clock.Node.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
                new Evidence("clock", "this machine", string.Create(CultureInfo.InvariantCulture, $"{(clock.Before + ((clock.After - clock.Before) / 2)).UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, give or take {clock.Doubt.TotalSeconds:0.0} s")),
            ],
            Fixes = [new Fix(FixKind.Immediate, "Ask both machines whether their clocks are synchronised", "shell", "timedatectl timesync-status || chronyc tracking   # on the node, and here")],
            Links = ["https://chrony-project.org/doc/4.6/chronyc.html"],
        };
    }

    private static string Size(TimeSpan size) => size.TotalMinutes < 2 ? string.Create(CultureInfo.InvariantCulture, $"{size.TotalSeconds:0} s")
        : size.TotalHours < 2 ? string.Create(CultureInfo.InvariantCulture, $"{size.TotalMinutes:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{size.TotalHours:0.#} h");
}
