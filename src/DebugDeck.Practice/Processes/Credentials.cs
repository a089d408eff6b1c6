using System.Collections.Immutable;

namespace DebugDeck.Practice.Processes;

/// <summary>Who a process is for the kernel.</summary>
internal sealed record Credentials
{
    public required int Uid { get; init; }

    public required int Gid { get; init; }

    public ImmutableArray<int> Groups { get; init; } = [];

    /// <summary>What a program may ever gain again by executing another.</summary>
    public Capabilities Bounding { get; init; }

    public Capabilities Permitted { get; init; }

    public Capabilities Effective { get; init; }

    public static Credentials Root { get; } = ForContainer(0, 0, [], Capabilities.Default);

    /// <summary>
    /// The credentials of a container's first process. The kernel clears the capabilities of a user other than root when it executes a program,
    /// so what is added to a non-root container never takes effect.
    /// </summary>
    public static Credentials ForContainer(int uid, int gid, ImmutableArray<int> groups, Capabilities granted) => new()
    {
        Uid = uid,
        Gid = gid,
        Groups = groups,
        Bounding = granted,
        Permitted = uid == 0 ? granted : Capabilities.None,
        Effective = uid == 0 ? granted : Capabilities.None,
    };

    public bool Has(Capabilities capability) => (Effective & capability) == capability;

    public bool IsInGroup(int gid) => Gid == gid || Groups.Contains(gid);
}
