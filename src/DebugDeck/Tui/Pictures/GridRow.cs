namespace DebugDeck.Tui.Pictures;

/// <summary>A visible row of a table.</summary>
internal sealed record GridRow(IReadOnlyList<TextRun> Cells, bool IsSelected);
