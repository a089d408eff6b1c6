namespace DebugDeck.Tui.Pictures;

/// <summary>A column of a table.</summary>
internal sealed record GridColumn(string Title, int Width, bool AlignEnd = false);
