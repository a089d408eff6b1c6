namespace DebugDeck.Core.Playbooks.Triage;

/// <summary>One text in which symptoms are looked for.</summary>
/// <param name="Place">What kind of text it is.</param>
/// <param name="Name">The same in words.</param>
/// <param name="At">When it was said; null if nobody knows.</param>
/// <param name="Text">What it says.</param>
/// <param name="Count">How often it was said.</param>
internal sealed record SymptomText(SymptomPlaces Place, string Name, DateTimeOffset? At, string Text, int Count = 1);
