namespace DebugDeck.Output;

/// <summary>Which end of a long cell is left out when a table must fit a terminal.</summary>
internal enum Shortening
{
    /// <summary>Never shortened.</summary>
    None,

    /// <summary>The beginning goes (an image's registry says less than its tag).</summary>
    Start,

    /// <summary>The end goes.</summary>
    End,
}
