namespace DebugDeck.Practice.Network;

/// <summary>A name that does not resolve or an address that cannot be reached, in the words of the C library.</summary>
internal sealed class NetworkException(string message, bool isName = false) : Exception(message)
{
    /// <summary>The name was at fault, not the connection.</summary>
    public bool IsName { get; } = isName;
}
