namespace DebugDeck.Core.Targets.Details;

/// <summary>As whom a target runs and what it may do. Null means that nothing is said at that level.</summary>
public sealed record SecurityFacts
{
    /// <summary>Numeric user id it really runs as, where known.</summary>
    public long? UserId { get; init; }

    /// <summary>Numeric group id it really runs as, where known.</summary>
    public long? GroupId { get; init; }

    /// <summary>Where the ids come from: <c>status</c>, <c>container spec</c>, <c>pod spec</c>, <c>image config</c>; empty if unknown.</summary>
    public string IdentitySource { get; init; } = "";

    public bool? RunAsNonRoot { get; init; }

    public bool Privileged { get; init; }

    public bool ReadOnlyRoot { get; init; }

    public bool? AllowPrivilegeEscalation { get; init; }

    /// <summary>Added to the engine's default capabilities, without <c>CAP_</c>.</summary>
    public IReadOnlyList<string> AddedCapabilities { get; init; } = [];

    public IReadOnlyList<string> DroppedCapabilities { get; init; } = [];

    public long? FsGroup { get; init; }

    public IReadOnlyList<long> SupplementalGroups { get; init; } = [];
}
