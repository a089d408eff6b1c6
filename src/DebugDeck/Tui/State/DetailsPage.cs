using DebugDeck.Core.Anatomy;
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

    /// <summary>What the container is made of; null before, and where that could not be told.</summary>
    public TargetAnatomy? Anatomy { get; init; }

    public Problem? AnatomyProblem { get; init; }

    /// <summary>What everything rests on is shown with it.</summary>
    public bool WithEvidence { get; init; }

    /// <summary>Counts how often the host was asked.</summary>
    public int Round { get; init; }
}
