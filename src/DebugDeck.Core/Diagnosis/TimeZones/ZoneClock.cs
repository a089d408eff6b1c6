using System.Globalization;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>What clocks show, in words.</summary>
internal static class ZoneClock
{
    private const int Ahead = 2;

    /// <summary><c>now +01:00 CET; 2027-03-28 01:00 UTC → +02:00 CEST; …</c></summary>
    public static string Describe(ZoneRules rules, DateTimeOffset now)
    {
        var changes = rules.Between(now, now.AddYears(Ahead)).Take(2).ToList();
        var next = changes.Count == 0 ? [$"no change in the next {Ahead} years"] : changes.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.At:yyyy-MM-dd HH:mm} UTC → {change.After}"));
        return $"now {rules.At(now)}; {string.Join("; ", next)}";
    }

    /// <summary>The first instant from <paramref name="now"/> on, within two years, at which two clocks differ; null if there is none.</summary>
    public static (DateTimeOffset At, TimeSpan Difference)? FirstDifference(ZoneRules one, ZoneRules other, DateTimeOffset now)
    {
        var instants = one.Between(now, now.AddYears(Ahead)).Concat(other.Between(now, now.AddYears(Ahead))).Select(change => change.At).Prepend(now).Order();
        foreach (var at in instants)
        {
            var difference = one.At(at).Offset - other.At(at).Offset;
            if (difference != TimeSpan.Zero)
            {
                return (at, difference);
            }
        }

        return null;
    }

    /// <summary><c>1 h ahead</c>, <c>5 h 30 min behind</c>.</summary>
    public static string Difference(TimeSpan difference)
    {
        var size = difference.Duration();
        var text = size.Minutes == 0 ? $"{(int)size.TotalHours} h" : size.TotalHours < 1 ? $"{size.Minutes} min" : $"{(int)size.TotalHours} h {size.Minutes} min";
        return $"{text} {(difference > TimeSpan.Zero ? "ahead" : "behind")}";
    }
}
