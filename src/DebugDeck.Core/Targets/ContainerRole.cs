namespace DebugDeck.Core.Targets;

/// <summary>What a container is for in its pod. Engines without pods know only <see cref="Main"/>.</summary>
public enum ContainerRole
{
    Main,

    /// <summary>Runs to its end before the others start.</summary>
    Init,

    /// <summary>An init container that goes on running beside the others (<c>restartPolicy: Always</c>).</summary>
    Sidecar,

    /// <summary>Added to a running pod for debugging; it can never be removed.</summary>
    Ephemeral,
}
