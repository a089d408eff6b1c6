namespace DebugDeck.Tui.Pictures;

/// <summary>The visible part of a text.</summary>
internal sealed record LinesPicture(IReadOnlyList<StyledLine> Lines)
{
    public static LinesPicture Empty { get; } = new([]);
}
