namespace DebugDeck.Practice.Containers;

/// <summary>Which log records of a container are wanted.</summary>
/// <param name="Follow">Go on with new records until the container ends.</param>
/// <param name="Previous">The records of the run before the current one.</param>
/// <param name="Since">Only records at or after this moment.</param>
/// <param name="TailLines">At most this many of the records that exist already, the newest ones.</param>
public sealed record LogQuery(bool Follow = false, bool Previous = false, DateTimeOffset? Since = null, long? TailLines = null);
