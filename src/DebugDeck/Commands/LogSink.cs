namespace DebugDeck.Commands;

/// <summary>Where one output of a target is written to.</summary>
/// <param name="Stream">The bytes go there.</param>
/// <param name="IsWatched">A person reads it on a terminal: what a line could do to the terminal is made visible.</param>
internal sealed record LogSink(Stream Stream, bool IsWatched);
