using DebugDeck.Practice.Files;
using DebugDeck.Practice.Network;

namespace DebugDeck.Practice.Processes;

/// <summary>What the processes of one container share.</summary>
internal sealed class Machine
{
    public required string Hostname { get; init; }

    public required TimeProvider Clock { get; init; }

    public required PidNamespace Pids { get; init; }

    public required TreeFolder Root { get; init; }

    /// <summary>The control group as the kernel names it; it holds the container's id.</summary>
    public string Cgroup { get; init; } = "/";

    /// <summary>The network namespace that the containers of a pod share.</summary>
    public PodNetwork Network { get; init; } = new();

    /// <summary>The mounts in the order they were made, root first.</summary>
    public List<(string Path, Mount Mount)> Mounts { get; } = [];
}
