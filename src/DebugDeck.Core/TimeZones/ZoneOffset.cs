using System.Globalization;

namespace DebugDeck.Core.TimeZones;

/// <summary>What a clock on the wall shows, compared with UTC.</summary>
/// <param name="Offset">East of Greenwich is positive.</param>
/// <param name="Abbreviation"><c>CET</c>, <c>EDT</c>, <c>+03</c>. From a file it is hostile: escape before showing it.</param>
/// <param name="IsDaylight">Daylight saving is in force.</param>
public sealed record ZoneOffset(TimeSpan Offset, string Abbreviation, bool IsDaylight)
{
    public static ZoneOffset Utc { get; } = new(TimeSpan.Zero, "UTC", IsDaylight: false);

    /// <summary><c>+02:00</c>, <c>-03:30</c>; seconds where there are any.</summary>
    public string OffsetText => FormatOffset(Offset);

    public override string ToString() => $"{OffsetText} {Abbreviation}";

    public static string FormatOffset(TimeSpan offset) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs((int)offset.TotalHours):00}:{Math.Abs(offset.Minutes):00}{(offset.Seconds == 0 ? "" : $":{Math.Abs(offset.Seconds):00}")}");
}
