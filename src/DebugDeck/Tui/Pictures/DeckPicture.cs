namespace DebugDeck.Tui.Pictures;

/// <summary>The whole screen, ready to be put on a terminal of the size it was drawn for.</summary>
internal sealed record DeckPicture
{
    public required DeckLayout Layout { get; init; }

    public required StyledLine Title { get; init; }

    public required LinesPicture Hosts { get; init; }

    /// <summary>The table, where the screen is one.</summary>
    public GridPicture? Grid { get; init; }

    /// <summary>The text, where the screen is one.</summary>
    public LinesPicture? Text { get; init; }

    /// <summary>The details beside the table, where there is room for them.</summary>
    public LinesPicture? Side { get; init; }

    public required StyledLine Status { get; init; }

    public required IReadOnlyList<FootItem> Foot { get; init; }
}
