namespace DebugDeck.Core.Targets.Details;

/// <summary>How a run ended.</summary>
/// <param name="ExitCode">128 and more is a signal (<c>ExitCode - 128</c>).</param>
/// <param name="Reason"><c>Error</c>, <c>OOMKilled</c>, <c>StartError</c>, …; null if the host says nothing.</param>
/// <param name="Message">What the runtime or the program left behind; null if nothing.</param>
/// <param name="At">When.</param>
public sealed record EndFact(int ExitCode, string? Reason, string? Message, DateTimeOffset? At);
