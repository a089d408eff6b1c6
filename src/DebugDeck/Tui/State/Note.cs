namespace DebugDeck.Tui.State;

/// <summary>One sentence for the status line; the next key takes it away.</summary>
internal sealed record Note(string Text, bool IsProblem = false);
