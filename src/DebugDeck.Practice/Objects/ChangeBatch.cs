namespace DebugDeck.Practice.Objects;

/// <summary>What a watch reads at a time.</summary>
/// <param name="UpTo">Everything up to this version is in it; if expired, the version before which nothing is known.</param>
/// <param name="Expired">The history does not reach back that far.</param>
/// <param name="More">Completes when there is something new.</param>
internal sealed record ChangeBatch(IReadOnlyList<Change> Changes, long UpTo, bool Expired, Task More);
