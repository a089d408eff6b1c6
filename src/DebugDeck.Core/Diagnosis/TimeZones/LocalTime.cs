using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>What local time is for a program.</summary>
/// <param name="End">How it came to that.</param>
/// <param name="Rules">The rules it goes by; null if they could not be told.</param>
/// <param name="Source">Where it has them from: a path, <c>TZ</c>, its own data.</param>
/// <param name="Why">In words, one sentence without full stop.</param>
public sealed record LocalTime(LocalEnd End, ZoneRules? Rules, string Source, string Why)
{
    public static LocalTime Unknown(string source) => new(LocalEnd.Unknown, null, source, $"{source} could not be read");

    public static LocalTime Utc(string source, string why) => new(LocalEnd.Utc, ZoneRules.Utc, source, why);

    public static LocalTime SilentUtc(string source, string why) => new(LocalEnd.SilentUtc, ZoneRules.Utc, source, why);
}
