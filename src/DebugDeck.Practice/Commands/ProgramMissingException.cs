namespace DebugDeck.Practice.Commands;

/// <summary>A program that cannot be started.</summary>
/// <param name="message">What a shell says after its own name.</param>
/// <param name="runtimeMessage">What a container runtime says of it.</param>
/// <param name="exitCode">127 for one that is missing, 126 for one that may not be run.</param>
internal sealed class ProgramMissingException(string message, string runtimeMessage, int exitCode) : Exception(message)
{
    public string RuntimeMessage { get; } = runtimeMessage;

    public int ExitCode { get; } = exitCode;

    /// <summary>The file may be executed, but holds no program.</summary>
    public bool IsNoProgram { get; init; }
}
