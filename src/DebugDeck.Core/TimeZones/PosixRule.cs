namespace DebugDeck.Core.TimeZones;

/// <summary>A POSIX TZ rule, <c>CET-1CEST,M3.5.0,M10.5.0/3</c>: an offset, and where there is daylight saving, when it begins and ends each year.</summary>
public sealed record PosixRule
{
    /// <summary>As it was written.</summary>
    public required string Text { get; init; }

    public required ZoneOffset Standard { get; init; }

    /// <summary>Null where the clocks never change.</summary>
    public ZoneOffset? Daylight { get; init; }

    /// <summary>When daylight saving begins, in standard time; null without daylight saving.</summary>
    public PosixDate? Begins { get; init; }

    /// <summary>When it ends, in daylight saving time; null without daylight saving.</summary>
    public PosixDate? Ends { get; init; }

    /// <summary>The rule that <paramref name="text"/> is; null if it is none (a name of a zone, a path, a typo).</summary>
    public static PosixRule? Parse(string text) => new PosixRuleParser(text).Parse();

    public ZoneOffset At(DateTimeOffset time)
    {
        var offset = Standard;
        if (Daylight is null)
        {
            return offset;
        }

        foreach (var (at, isDaylight) in Changes(time.UtcDateTime.Year - 1, time.UtcDateTime.Year + 1))
        {
            if (at > time)
            {
                break;
            }

            offset = isDaylight ? Daylight : Standard;
        }

        return offset;
    }

    /// <summary>When the clocks change in some years, in order.</summary>
    public IEnumerable<DateTimeOffset> Instants(int firstYear, int lastYear) =>
        Daylight is null ? [] : Changes(firstYear, lastYear).Select(change => change.At).Distinct();

    // Where daylight saving lasts all year, it ends and begins at the same instant: the beginning must come last.
    private IEnumerable<(DateTimeOffset At, bool IsDaylight)> Changes(int firstYear, int lastYear)
    {
        // A date may lie up to a week outside of its year, and DateTimeOffset ends with the year 9999.
        var (first, last) = (Math.Max(firstYear, 2), Math.Min(lastYear, 9998));
        return Enumerable.Range(first, Math.Max(0, last - first + 1))
            .SelectMany(year => new[] { (At: Begins!.In(year) - Standard.Offset, IsDaylight: true), (At: Ends!.In(year) - Daylight!.Offset, IsDaylight: false) })
            .Select(change => (new DateTimeOffset(change.At, TimeSpan.Zero), change.IsDaylight))
            .OrderBy(change => change.Item1).ThenBy(change => change.IsDaylight);
    }

}
