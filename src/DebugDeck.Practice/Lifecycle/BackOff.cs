namespace DebugDeck.Practice.Lifecycle;

/// <summary>The kubelet's delays: ten seconds, doubled each time, five minutes at most.</summary>
internal static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    public static TimeSpan Of(int failures) => failures > 5 ? Most : TimeSpan.FromTicks(Math.Min(First.Ticks << Math.Max(failures - 1, 0), Most.Ticks));

    /// <summary>As Go writes a duration: <c>10s</c>, <c>1m20s</c>, <c>5m0s</c>.</summary>
    public static string Text(TimeSpan delay) => delay < TimeSpan.FromMinutes(1)
        ? FormattableString.Invariant($"{delay.Seconds}s")
        : FormattableString.Invariant($"{(int)delay.TotalMinutes}m{delay.Seconds}s");
}
