namespace DebugDeck.Tui.State;

/// <summary>A screen above the inventory.</summary>
/// <param name="Id">Unique for one run: answers of work that was started for a page find it again, or find it gone.</param>
internal abstract record Page(int Id);
