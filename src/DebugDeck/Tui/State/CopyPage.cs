using DebugDeck.Core.Files.Copying;

namespace DebugDeck.Tui.State;

/// <summary>A copy out of one target, under way or over.</summary>
/// <param name="Source">The path in the target.</param>
/// <param name="Destination">Where it goes, as the user wrote it.</param>
/// <param name="StartedAt">When it was asked for.</param>
internal sealed record CopyPage(int Id, TargetKey Target, string Source, string Destination, DateTimeOffset StartedAt) : TargetPage(Id, Target)
{
    public CopyProgress Progress { get; init; }

    public CopyPhase Phase { get; init; }

    /// <summary>When it was over, however it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What it brought; null unless it is done.</summary>
    public CopyResult? Result { get; init; }

    public Problem? Problem { get; init; }
}
