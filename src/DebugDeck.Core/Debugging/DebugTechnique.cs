namespace DebugDeck.Core.Debugging;

/// <summary>How a debug container gets to the target.</summary>
public enum DebugTechnique
{
    /// <summary>A second container that shares the running target's process and network namespaces.</summary>
    Sidecar,

    /// <summary>A copy of a target that does not run: same image, user, environment and volumes, the toolbox beside it, its entry point replaced.</summary>
    Copy,

    /// <summary>An ephemeral container in the target's pod, which shares the target's processes and network. It can never be removed from the pod.</summary>
    Ephemeral,

    /// <summary>Processes in the target itself, which has the tools.</summary>
    Exec,
}
