namespace DebugDeck.Core.TimeZones;

/// <summary>How a POSIX TZ rule counts days.</summary>
public enum PosixDateKind
{
    /// <summary><c>Mm.w.d</c>.</summary>
    WeekdayOfMonth,

    /// <summary><c>Jn</c>, 1 to 365; the 29th of February is never counted.</summary>
    DayOfYearWithoutLeapDay,

    /// <summary><c>n</c>, 0 to 365.</summary>
    DayOfYear,
}
