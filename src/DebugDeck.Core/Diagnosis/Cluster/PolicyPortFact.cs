namespace DebugDeck.Core.Diagnosis.Cluster;

/// <summary>A port that a rule allows.</summary>
/// <param name="Protocol"><c>TCP</c> where nothing is said.</param>
/// <param name="Port">A number or a name; null for all.</param>
/// <param name="EndPort">The last of a range; null if it is one port.</param>
public sealed record PolicyPortFact(string Protocol, string? Port, int? EndPort);
