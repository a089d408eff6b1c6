using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>A column of the inventory, as wide as there is room for.</summary>
internal sealed record InventoryColumn(SortColumn Sort, string Title, int Width, bool AlignEnd = false);
