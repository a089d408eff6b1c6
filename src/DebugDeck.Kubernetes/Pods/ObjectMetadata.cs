namespace DebugDeck.Kubernetes.Pods;

/// <summary>What every Kubernetes object says about itself, as far as we use it.</summary>
internal sealed record ObjectMetadata
{
    public string Name { get; set; } = "";

    public string? Namespace { get; set; }

    public string Uid { get; set; } = "";

    public string ResourceVersion { get; set; } = "";

    public DateTimeOffset? CreationTimestamp { get; set; }

    public DateTimeOffset? DeletionTimestamp { get; set; }

    public IReadOnlyDictionary<string, string>? Labels { get; set; }

    /// <summary>Only a few keys are ever looked at.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; set; }

    public IReadOnlyList<OwnerReference>? OwnerReferences { get; set; }

    internal sealed record OwnerReference(string Kind, string Name, bool? Controller);
}
