namespace DebugDeck.Core.TimeZones;

/// <summary>A change of a zone's rules that a release of the tz database brought.</summary>
/// <param name="Release">The first release that knows it.</param>
/// <param name="Since">The day from which older data is wrong.</param>
/// <param name="What">What changed, one sentence without full stop.</param>
/// <param name="Zones">The zones that changed, by their current names.</param>
public sealed record ZoneChange(ZoneDataRelease Release, DateOnly Since, string What, IReadOnlyList<string> Zones);
