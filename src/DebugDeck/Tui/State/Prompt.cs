namespace DebugDeck.Tui.State;

/// <summary>A text field that is open at the foot of the screen.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Text">What has been typed so far.</param>
internal sealed record Prompt(PromptKind Kind, string Text);
