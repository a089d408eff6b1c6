namespace DebugDeck.Tui.State;

/// <summary>How far a run is.</summary>
internal enum RunPhase
{
    Running,

    /// <summary>Step by step: it waits for the user to go on.</summary>
    Paused,
    Done,
    Failed,
    Cancelled,
}
