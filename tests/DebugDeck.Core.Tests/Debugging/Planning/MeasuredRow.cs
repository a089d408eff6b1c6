namespace DebugDeck.Core.Tests.Debugging.Planning;

/// <summary>One row of the measured table.</summary>
/// <param name="Target">The kind of target.</param>
/// <param name="Debugger">How the debug container was started.</param>
/// <param name="Refusal">Why it never started; null if it did.</param>
/// <param name="Cells">What was measured, by column.</param>
internal sealed record MeasuredRow(string Target, string Debugger, string? Refusal, IReadOnlyDictionary<string, string> Cells);
