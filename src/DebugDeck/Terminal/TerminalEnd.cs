namespace DebugDeck.Terminal;

/// <summary>How the time in a remote process ended.</summary>
public enum TerminalEnd
{
    /// <summary>The process ended by itself.</summary>
    Exited,

    /// <summary>The user typed the detach keys.</summary>
    Detached,

    /// <summary>The connection was lost; how the process fares is not known.</summary>
    Broken,

    /// <summary>A signal, or a terminal or reader that went away, told us to stop.</summary>
    Terminated,
}
