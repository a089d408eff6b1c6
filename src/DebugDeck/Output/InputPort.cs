namespace DebugDeck.Output;

/// <summary>The program's input; opened only by a command that reads it.</summary>
/// <param name="Open">Opens it.</param>
/// <param name="IsTerminal">A person types at it.</param>
internal sealed record InputPort(Func<Stream> Open, bool IsTerminal);
