namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>What a command said.</summary>
/// <param name="ExitCode">Its exit code; null if it was ended at its time limit.</param>
/// <param name="Output">Its standard output as text, at most 64 KiB of it.</param>
/// <param name="Error">Its standard error, likewise.</param>
/// <param name="DurationMs">How long it took.</param>
public sealed record CommandResult(int? ExitCode, string Output, string Error, long DurationMs);
