namespace DebugDeck.Practice.Shell.Expansion;

/// <summary>A field after expansion.</summary>
/// <param name="Text">As it is.</param>
/// <param name="Pattern">As a pattern, in which what was quoted is escaped.</param>
internal sealed record Field(string Text, string Pattern);
