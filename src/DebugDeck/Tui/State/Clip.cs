namespace DebugDeck.Tui.State;

/// <summary>A text for the terminal's clipboard.</summary>
/// <param name="Number">Counts them: the same text may be wanted twice.</param>
/// <param name="Text">What to put there.</param>
internal sealed record Clip(int Number, string Text);
