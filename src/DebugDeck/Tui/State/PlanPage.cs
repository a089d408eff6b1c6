using DebugDeck.Core.Debugging;

namespace DebugDeck.Tui.State;

/// <summary>How a shell beside one target would be opened; shown before anything is created.</summary>
internal sealed record PlanPage(int Id, TargetKey Target, string Toolbox) : TargetPage(Id, Target)
{
    public DebugPlan? Plan { get; init; }

    public Problem? Problem { get; init; }

    /// <summary>The user has said yes.</summary>
    public bool IsStarting { get; init; }

    /// <summary>What is being waited for.</summary>
    public string Progress { get; init; } = "";

    /// <summary>When the user said yes.</summary>
    public DateTimeOffset StartedAt { get; init; }

    public int Top { get; init; }

    /// <summary>Counts the attempts.</summary>
    public int Round { get; init; }
}
