using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.TimeData;

/// <summary>The time zone data that the program can use, and the zone that it takes for local.</summary>
public sealed record TimeDataFacts
{
    public static TimeDataFacts Unknown { get; } = new();

    /// <summary>There is data for the program; null where it could not be told.</summary>
    public bool? IsFound { get; init; }

    /// <summary>The directory or file; null if there is none, or it is in the program itself.</summary>
    public string? Path { get; init; }

    /// <summary>Where the program takes it from, in words: <c>/usr/share/zoneinfo</c>, <c>in the program (time/tzdata)</c>, <c>Java's tzdb.dat</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The release of the tz database (<c>2025b</c>); null where it is not told.</summary>
    public string? Release { get; init; }

    /// <summary>The zone that it takes for local, as configured (<c>Europe/Berlin</c>); null where nothing is configured, which means UTC.</summary>
    public string? Zone { get; init; }

    /// <summary>Where the zone is said: <c>TZ</c>, <c>/etc/localtime</c>; empty if nowhere.</summary>
    public string ZoneSource { get; init; } = "";

    /// <summary>The data knows that zone; null where it could not be told.</summary>
    public bool? ZoneIsKnown { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
