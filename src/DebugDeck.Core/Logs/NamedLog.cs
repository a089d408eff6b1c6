namespace DebugDeck.Core.Logs;

/// <summary>One of several logs that are read together.</summary>
/// <param name="Name">Whose: the container's name.</param>
/// <param name="Lines">Its lines.</param>
public sealed record NamedLog(string Name, IAsyncEnumerable<LogLine> Lines);
