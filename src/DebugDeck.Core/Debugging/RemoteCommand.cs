namespace DebugDeck.Core.Debugging;

/// <summary>A process to start in a debug container.</summary>
/// <param name="Arguments">Program and arguments, not a shell line.</param>
/// <param name="Tty">Give it a terminal; both outputs then arrive as one.</param>
/// <param name="Input">It may be written to.</param>
/// <param name="Size">The terminal's first size, with <paramref name="Tty"/>.</param>
/// <param name="Environment">Variables added to the container's own.</param>
public sealed record RemoteCommand(
    IReadOnlyList<string> Arguments,
    bool Tty = false,
    bool Input = false,
    TerminalSize? Size = null,
    IReadOnlyDictionary<string, string>? Environment = null);
