namespace DebugDeck.Core.Targets;

/// <summary>The life of a container, in words that Docker, Podman and Kubernetes users share.</summary>
public enum ContainerState
{
    Unknown,

    /// <summary>Made, never started.</summary>
    Created,

    /// <summary>Kubernetes: not started yet, or waiting between restarts; <see cref="Target.Reason"/> says for what.</summary>
    Waiting,
    Running,
    Paused,

    /// <summary>Ended and about to be started again by its restart policy.</summary>
    Restarting,

    /// <summary>Being removed.</summary>
    Removing,

    /// <summary>Ended.</summary>
    Exited,

    /// <summary>Docker: ended and could not be removed.</summary>
    Dead,
}
