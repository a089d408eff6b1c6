using DebugDeck.Core.Targets;

namespace DebugDeck.Docker.Inventory;

/// <summary>The engines' words for the life of a container.</summary>
internal static class ContainerStates
{
    public static ContainerState Parse(string? word) => word switch
    {
        "created" => ContainerState.Created,
        "running" => ContainerState.Running,
        "paused" => ContainerState.Paused,
        "restarting" => ContainerState.Restarting,
        "removing" => ContainerState.Removing,
        "exited" => ContainerState.Exited,
        "dead" => ContainerState.Dead,
        // Podman's own words, which its Docker API lets through in places.
        "configured" or "initialized" => ContainerState.Created,
        "stopping" => ContainerState.Running,
        "stopped" => ContainerState.Exited,
        _ => ContainerState.Unknown,
    };

    public static ContainerHealth ParseHealth(string? word) => word switch
    {
        "starting" => ContainerHealth.Starting,
        "healthy" => ContainerHealth.Healthy,
        "unhealthy" => ContainerHealth.Unhealthy,
        _ => ContainerHealth.None,
    };
}
