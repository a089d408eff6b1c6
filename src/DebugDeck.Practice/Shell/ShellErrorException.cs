namespace DebugDeck.Practice.Shell;

/// <summary>An error that ends a shell which is not interactive.</summary>
internal sealed class ShellErrorException(string message, int exitCode = 2) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
