using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>A file that may hold a zone.</summary>
/// <param name="Path">Where.</param>
/// <param name="IsKnown">It has been looked at.</param>
/// <param name="Exists">Something is there, at the end of its links.</param>
/// <param name="Zone">What it holds; null if it is no zone.</param>
/// <param name="Problem">Why it is none; empty if it is.</param>
/// <param name="Link">Where a link leads, whether or not something is there; null if it is no link.</param>
public sealed record ZonePlace(string Path, bool IsKnown, bool Exists, TzifFile? Zone, string Problem, string? Link)
{
    /// <summary>The name of the zone that a link leads to: the part behind <c>zoneinfo/</c>; null where it leads elsewhere.</summary>
    public string? LinkedZone => Link is not null && Link.IndexOf("zoneinfo/", StringComparison.Ordinal) is >= 0 and var at
        ? Link[(at + "zoneinfo/".Length)..]
        : null;
}
