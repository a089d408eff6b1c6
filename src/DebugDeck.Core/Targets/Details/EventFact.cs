namespace DebugDeck.Core.Targets.Details;

/// <summary>Something the host reported about a target.</summary>
/// <param name="At">When it was last seen.</param>
/// <param name="IsWarning">Reported as a warning.</param>
/// <param name="Reason"><c>BackOff</c>, <c>FailedMount</c>, <c>oom</c>, …</param>
/// <param name="Message">In the host's words.</param>
/// <param name="Count">How often.</param>
public sealed record EventFact(DateTimeOffset At, bool IsWarning, string Reason, string Message, int Count = 1);
