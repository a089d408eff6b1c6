namespace DebugDeck.Practice.Tests.Access;

/// <summary>One row of the table.</summary>
/// <param name="Target">The kind of target.</param>
/// <param name="Debugger">How the debug container was started.</param>
/// <param name="Refusal">Why it never started; null if it did.</param>
/// <param name="Cells">Column and what was measured.</param>
internal sealed record MatrixRow(string Target, string Debugger, string? Refusal, IReadOnlyDictionary<string, string> Cells);
