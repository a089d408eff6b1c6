namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>How a program came to its local time.</summary>
public enum LocalEnd
{
    /// <summary>It could not be told.</summary>
    Unknown,

    /// <summary>It has the zone that was asked for.</summary>
    Zone,

    /// <summary>UTC, because somebody said so or nobody said anything.</summary>
    Utc,

    /// <summary>UTC although something else was asked for; nothing tells the program.</summary>
    SilentUtc,

    /// <summary>A fixed offset in place of the zone: right until the clocks change.</summary>
    FixedOffset,
}
