namespace DebugDeck.Core.Targets;

/// <summary>What the container's own health check (Docker) or readiness probe (Kubernetes) says.</summary>
public enum ContainerHealth
{
    /// <summary>There is no check.</summary>
    None,
    Starting,
    Healthy,
    Unhealthy,
}
