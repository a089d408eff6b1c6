namespace DebugDeck.Core.Debugging.Planning;

/// <summary>What the kernel goes by when one process looks at another.</summary>
public sealed record ProcessRights
{
    /// <summary>User id (real, effective, saved and of the file system alike); null if not known.</summary>
    public long? UserId { get; init; }

    /// <summary>Primary group id; null if not known.</summary>
    public long? GroupId { get; init; }

    /// <summary>Supplementary groups.</summary>
    public IReadOnlyList<long> Groups { get; init; } = [];

    /// <summary>
    /// Capabilities that are permitted and effective. For a container's first process these two are the same: user 0 gets what the container has, any
    /// other user gets none of it, added ones included (Kubernetes sets no ambient capabilities).
    /// </summary>
    public IReadOnlySet<string> Capabilities { get; init; } = CapabilitySets.None;

    /// <summary>
    /// False for a process that started a program it may not read, or changed its user without starting a program; null (not known) is taken for true,
    /// which nearly all are.
    /// </summary>
    public bool? Dumpable { get; init; }

    public bool Has(string capability) => Capabilities.Contains(capability);
}
