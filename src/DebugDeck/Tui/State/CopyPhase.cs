namespace DebugDeck.Tui.State;

/// <summary>How far a copy is.</summary>
internal enum CopyPhase
{
    Running,

    /// <summary>The user has taken it back; what was written is being removed.</summary>
    Cancelling,
    Cancelled,
    Done,
    Failed,
}
