namespace DebugDeck.Practice.Containers;

/// <summary>The size of a client's terminal in character cells.</summary>
public readonly record struct TerminalSize(int Width, int Height)
{
    /// <summary>What a process sees until the client has told its size.</summary>
    public static TerminalSize Default { get; } = new(80, 24);
}
