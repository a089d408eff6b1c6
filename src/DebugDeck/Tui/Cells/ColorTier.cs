namespace DebugDeck.Tui.Cells;

/// <summary>How much colour a terminal gets.</summary>
internal enum ColorTier
{
    /// <summary>None at all: bold, underlined and reversed text only.</summary>
    Mono,

    /// <summary>The sixteen that every colour terminal has.</summary>
    Ansi,
    Rgb,
}
