namespace DebugDeck.Tui.Pictures;

/// <summary>The visible part of a table.</summary>
/// <param name="Columns">All columns, those that do not fit included.</param>
/// <param name="Rows">The visible rows only.</param>
/// <param name="Message">What is said in place of rows that there are none of.</param>
internal sealed record GridPicture(IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridRow> Rows, IReadOnlyList<StyledLine> Message);
