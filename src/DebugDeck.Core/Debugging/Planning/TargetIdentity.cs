namespace DebugDeck.Core.Debugging.Planning;

/// <summary>The numeric user and group a target runs as. Null is "not known": only the image says, and a cluster does not tell.</summary>
/// <param name="UserId">Its user id.</param>
/// <param name="GroupId">Its primary group id.</param>
/// <param name="Source">Who says so: <c>status</c>, <c>container spec</c>, <c>pod spec</c>, <c>image config</c>, <c>process</c>, <c>unknown</c>.</param>
public sealed record TargetIdentity(long? UserId, long? GroupId, string Source)
{
    public static TargetIdentity Unknown { get; } = new(null, null, "unknown");

    /// <summary><c>65532:65532</c>; a question mark for what is not known.</summary>
    public override string ToString() => $"{UserId?.ToString() ?? "?"}:{GroupId?.ToString() ?? "?"}";
}
