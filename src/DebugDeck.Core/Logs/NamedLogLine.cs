namespace DebugDeck.Core.Logs;

/// <summary>A line of one of several logs.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Line">The line.</param>
public sealed record NamedLogLine(string Name, LogLine Line);
