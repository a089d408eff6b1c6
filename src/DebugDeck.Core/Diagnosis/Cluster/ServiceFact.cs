namespace DebugDeck.Core.Diagnosis.Cluster;

/// <summary>A Service and what stands behind it.</summary>
public sealed record ServiceFact
{
    public required string Name { get; init; }

    public required string Namespace { get; init; }

    /// <summary><c>ClusterIP</c>, <c>ExternalName</c>, …</summary>
    public string Type { get; init; } = "ClusterIP";

    /// <summary>Empty for a headless Service.</summary>
    public IReadOnlyList<string> ClusterIps { get; init; } = [];

    /// <summary>What an ExternalName Service stands for.</summary>
    public string? ExternalName { get; init; }

    public IReadOnlyList<ServicePortFact> Ports { get; init; } = [];

    /// <summary>Addresses of ready end points; null if they may not be read.</summary>
    public IReadOnlyList<string>? ReadyAddresses { get; init; }

    /// <summary>Addresses of end points that are not ready; null if they may not be read.</summary>
    public IReadOnlyList<string>? UnreadyAddresses { get; init; }
}
