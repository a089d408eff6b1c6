namespace DebugDeck.Output;

/// <summary>How a command that reads prints its answer: <c>-o/--output</c>.</summary>
internal enum OutputFormat
{
    Table,

    /// <summary>The table with more columns, never shortened.</summary>
    Wide,
    Json,
    Yaml,

    /// <summary>For a ticket or a wiki.</summary>
    Markdown,

    /// <summary>One name a line, for <c>xargs</c>.</summary>
    Name,
}
