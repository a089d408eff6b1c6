namespace DebugDeck.Core.Files;

/// <summary>What it costs to read a target's files (design.md 6), cheapest first.</summary>
public enum FileReach
{
    /// <summary>The host serves them itself; nothing happens in the target.</summary>
    Free,

    /// <summary>A process of the target's own tools is started in it.</summary>
    Process,

    /// <summary>Only a debug container beside it can; one runs already.</summary>
    RunningSession,

    /// <summary>Only a debug container beside it can, and it has to be started first.</summary>
    NewSession,
}
