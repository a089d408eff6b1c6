namespace DebugDeck.Core.Targets.Details;

/// <summary>A condition of a pod: <c>Ready=False, ContainersNotReady</c>.</summary>
public sealed record ConditionFact(string Type, string Status, string? Reason, string? Message);
