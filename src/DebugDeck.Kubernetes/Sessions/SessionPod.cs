using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>
/// The fields of a pod that say which debug containers of ours are in it. The environment is read of those alone: that of all containers of all pods
/// would be most of what a list weighs.
/// </summary>
internal sealed record SessionPod
{
    public ObjectMetadata Metadata { get; set; } = new();

    public SpecPart Spec { get; set; } = new();

    public PodDocument.PodStatus Status { get; set; } = new();

    internal sealed record SpecPart
    {
        public IReadOnlyList<ContainerPart>? EphemeralContainers { get; set; }
    }

    internal sealed record ContainerPart
    {
        public string Name { get; set; } = "";

        public string Image { get; set; } = "";

        public string? TargetContainerName { get; set; }

        public IReadOnlyList<VariablePart>? Env { get; set; }
    }

    internal sealed record VariablePart(string Name, string? Value);
}
