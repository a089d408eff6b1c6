using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>One container of a pod, through all its runs.</summary>
internal sealed class ContainerSlot(string name, ContainerRole role, JsonObject spec)
{
    public string Name => name;

    public ContainerRole Role => role;

    /// <summary>The container as the pod's spec has it.</summary>
    public JsonObject Spec => spec;

    public string Image => (string?)spec["image"] ?? "";

    public ContainerRun? Current { get; set; }

    public ContainerRun? Previous { get; set; }

    public int Restarts { get; set; }

    /// <summary>An init container that goes on beside the others.</summary>
    public bool IsSidecar => role == ContainerRole.Init && (string?)spec["restartPolicy"] == "Always";
}

/// <summary>The kinds of container in a pod.</summary>
internal enum ContainerRole
{
    Init,
    Normal,
    Ephemeral,
}
