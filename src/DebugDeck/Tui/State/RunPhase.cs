namespace DebugDeck.Tui.State;

/// <summary>How far a run is.</summary>
internal enum RunPhase
{
    Running,
    Done,
    Failed,
    Cancelled,
}
