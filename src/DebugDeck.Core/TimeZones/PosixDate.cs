namespace DebugDeck.Core.TimeZones;

/// <summary>A day of every year and a time of that day, as POSIX TZ rules write them.</summary>
/// <param name="Kind">How the day is counted.</param>
/// <param name="Month">1 to 12; 0 unless <see cref="PosixDateKind.WeekdayOfMonth"/>.</param>
/// <param name="Week">1 to 5, where 5 is the last; 0 unless <see cref="PosixDateKind.WeekdayOfMonth"/>.</param>
/// <param name="Day">Day of the week (0 is Sunday), or day of the year.</param>
/// <param name="Time">Since midnight; may be negative or more than a day (RFC 9636).</param>
public sealed record PosixDate(PosixDateKind Kind, int Month, int Week, int Day, TimeSpan Time)
{
    private const int LastWeek = 5;

    /// <summary>The local time in a year.</summary>
    public DateTime In(int year) => Date(year) + Time;

    private DateTime Date(int year)
    {
        var january = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        switch (Kind)
        {
            case PosixDateKind.DayOfYear:
                return january.AddDays(Day);
            case PosixDateKind.DayOfYearWithoutLeapDay:
                // Day 60 is the first of March in every year.
                return january.AddDays(Day - 1 + (DateTime.IsLeapYear(year) && Day > 31 + 28 ? 1 : 0));
            default:
                var first = new DateTime(year, Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
                var day = first.AddDays((Day - (int)first.DayOfWeek + 7) % 7).AddDays(7 * (Week - 1));
                return Week == LastWeek && day.Month != Month ? day.AddDays(-7) : day;
        }
    }
}
