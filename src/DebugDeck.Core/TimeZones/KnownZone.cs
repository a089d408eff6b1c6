namespace DebugDeck.Core.TimeZones;

/// <summary>A time zone as the reference data of <see cref="KnownZones"/> has it.</summary>
/// <param name="Name">The name it was asked by.</param>
/// <param name="CurrentName">The name it goes by today; the same unless <paramref name="Name"/> is another name of it.</param>
/// <param name="IsLegacy">Debian 13, Ubuntu 24.04 and what is built on them have the name only in the package <c>tzdata-legacy</c>.</param>
/// <param name="Rules">Its rules since 2024.</param>
public sealed record KnownZone(string Name, string CurrentName, bool IsLegacy, ZoneRules Rules);
