namespace DebugDeck.Tui.State;

/// <summary>A session is ready: the terminal goes to its shell, and comes back to this page afterwards.</summary>
internal sealed record Handover(int Page, TargetKey Target);
