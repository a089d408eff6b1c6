namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>What becomes of a program's request for a zone by name.</summary>
public enum LookupEnd
{
    /// <summary>It could not be told.</summary>
    Unknown,

    Works,

    /// <summary>The program is told: an error, an exception.</summary>
    Error,

    /// <summary>The program gets UTC and is not told.</summary>
    SilentUtc,
}
