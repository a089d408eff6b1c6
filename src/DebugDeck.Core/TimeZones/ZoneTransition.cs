namespace DebugDeck.Core.TimeZones;

/// <summary>A change of the clocks.</summary>
/// <param name="At">The first instant of the new offset.</param>
/// <param name="Before">What was in force until then.</param>
/// <param name="After">What is from then on.</param>
public sealed record ZoneTransition(DateTimeOffset At, ZoneOffset Before, ZoneOffset After);
