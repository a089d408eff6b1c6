namespace DebugDeck.Practice.Commands;

/// <summary>A program was called with arguments that it does not know.</summary>
internal sealed class UsageException(string message, int status = 1) : Exception(message)
{
    public int Status { get; } = status;
}
