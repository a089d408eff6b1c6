using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Tui.State;

/// <summary>Everything known about one target.</summary>
internal sealed record DetailsPage(int Id, TargetKey Target) : TargetPage(Id, Target)
{
    public int Top { get; init; }

    /// <summary>What the host told; null before, and where it could not be asked.</summary>
    public TargetDetails? Details { get; init; }

    public Problem? Problem { get; init; }

    /// <summary>The host has been asked.</summary>
    public bool IsRead { get; init; }

    /// <summary>Counts how often the host was asked.</summary>
    public int Round { get; init; }
}
