namespace DebugDeck.Practice.Containers;

/// <summary>One line that a container has written, without its line end.</summary>
public readonly record struct LogRecord(DateTimeOffset Time, string Text);
