namespace DebugDeck.Output;

/// <summary>How a run is printed.</summary>
internal enum RunFormat
{
    Text,
    Json,

    /// <summary>For an incident's ticket.</summary>
    Markdown,
}
