namespace DebugDeck.Terminal;

/// <summary>How the time in a remote process ended.</summary>
/// <param name="End">In which way.</param>
/// <param name="ExitCode">What the program returns for it: the process' own code, 0 for detached, 6 for broken, 128 + signal for terminated.</param>
/// <param name="Reason">What broke, in words; null unless <see cref="TerminalEnd.Broken"/>.</param>
public sealed record TerminalOutcome(TerminalEnd End, int ExitCode, string? Reason = null)
{
    public static TerminalOutcome Detached { get; } = new(TerminalEnd.Detached, 0);

    public static TerminalOutcome Exited(int code) => new(TerminalEnd.Exited, code);

    public static TerminalOutcome Broken(string reason) => new(TerminalEnd.Broken, 6, reason);

    /// <param name="signal">The number of the signal that says it best: 1 for a terminal that is gone, 13 for a reader that is gone, 15 for a kill.</param>
    public static TerminalOutcome Terminated(int signal) => new(TerminalEnd.Terminated, 128 + signal);
}
