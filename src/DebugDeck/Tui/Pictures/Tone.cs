namespace DebugDeck.Tui.Pictures;

/// <summary>What a piece of text means; the palette decides how that looks on this terminal.</summary>
internal enum Tone
{
    Normal,

    /// <summary>Less important, or out of reach.</summary>
    Dim,
    Strong,
    Good,
    Warn,
    Bad,

    /// <summary>A key to press.</summary>
    Key,

    /// <summary>A name that the screen is about.</summary>
    Accent,

    /// <summary>The titles of columns and sections.</summary>
    Head,

    /// <summary>A found piece of text.</summary>
    Match,

    /// <summary>The found piece of text that the user is at.</summary>
    CurrentMatch,

    /// <summary>The second output of a log.</summary>
    ErrorOutput,
}
