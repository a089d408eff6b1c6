using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>What a program gets when it asks for a zone by name.</summary>
/// <param name="End">Whether it gets it.</param>
/// <param name="Rules">The rules it gets; null if there are none or they could not be told.</param>
/// <param name="Source">Where they come from, or were looked for.</param>
/// <param name="Says">What the program says where it does not work, as its log would have it; null otherwise.</param>
public sealed record ZoneLookup(LookupEnd End, ZoneRules? Rules, string Source, string? Says = null)
{
    public static ZoneLookup Unknown(string source) => new(LookupEnd.Unknown, null, source);
}
