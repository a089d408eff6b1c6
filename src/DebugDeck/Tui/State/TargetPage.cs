namespace DebugDeck.Tui.State;

/// <summary>A page about one target.</summary>
internal abstract record TargetPage(int Id, TargetKey Target) : Page(Id);
