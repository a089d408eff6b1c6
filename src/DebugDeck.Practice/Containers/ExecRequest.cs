namespace DebugDeck.Practice.Containers;

/// <summary>What a client asks to run in a container, and which streams it will use.</summary>
/// <param name="Command">The program and its arguments; never empty.</param>
/// <param name="Tty">Whether the process gets a terminal; then all output goes to stdout.</param>
/// <param name="Stdin">Whether the client will send input; if not, the process reads end of file at once.</param>
public sealed record ExecRequest(IReadOnlyList<string> Command, bool Tty, bool Stdin);
