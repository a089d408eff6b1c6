namespace DebugDeck.Tui.State;

/// <summary>A copy out of one target, under way or over.</summary>
/// <param name="Source">The path in the target.</param>
/// <param name="Destination">Where it goes, as the user wrote it.</param>
/// <param name="StartedAt">When it was asked for.</param>
internal sealed record CopyPage(int Id, TargetKey Target, string Source, string Destination, DateTimeOffset StartedAt) : TargetPage(Id, Target)
{
    public long Bytes { get; init; }

    public int Files { get; init; }

    /// <summary>The entry being written.</summary>
    public string Current { get; init; } = "";

    public CopyPhase Phase { get; init; }

    /// <summary>When it was over, however it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Where the copy is now.</summary>
    public string? Result { get; init; }

    /// <summary>What could not be copied as it is, one sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public Problem? Problem { get; init; }
}
