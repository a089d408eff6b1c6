namespace DebugDeck.Core.Hosts;

/// <summary>Something that was asked of a host.</summary>
/// <param name="Subject">What: <c>whoami</c>, <c>read logs</c>.</param>
/// <param name="IsGood">Nothing stands in the way.</param>
/// <param name="Detail">What was found, in one sentence without a full stop.</param>
/// <param name="Hint">How to mend it; null where there is nothing to mend.</param>
public sealed record HostFact(string Subject, bool IsGood, string Detail, string? Hint = null);
