namespace DebugDeck.Practice.Containers;

/// <summary>The runtime has no such container, or none that runs: nothing to exec into, attach to, or read logs of.</summary>
public sealed class ContainerNotFoundException(ContainerKey key)
    : Exception($"container {key.Container} not found in pod {key.Pod}_{key.Namespace}")
{
    /// <summary>The container that was asked for.</summary>
    public ContainerKey Key { get; } = key;
}
