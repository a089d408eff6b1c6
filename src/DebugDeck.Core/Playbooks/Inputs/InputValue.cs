namespace DebugDeck.Core.Playbooks.Inputs;

/// <summary>An input and what it is taken to be.</summary>
/// <param name="Input">The input.</param>
/// <param name="Value">Its value; null if nobody knows one.</param>
/// <param name="Origin">Where it comes from: <c>given</c>, <c>log</c>, <c>env DATABASE_URL</c>, <c>default</c>; empty without a value.</param>
public sealed record InputValue(PlaybookInput Input, string? Value, string Origin);
