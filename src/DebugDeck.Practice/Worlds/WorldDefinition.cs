using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Lifecycle;
using DebugDeck.Practice.Network.Scripted;

namespace DebugDeck.Practice.Worlds;

/// <summary>A world as its file describes it.</summary>
internal sealed record WorldDefinition
{
    public IReadOnlyDictionary<string, JsonObject> Namespaces { get; init; } = new Dictionary<string, JsonObject>();

    public IReadOnlyList<ImageDefinition> Images { get; init; } = [];

    public IReadOnlyList<WorkloadDefinition> Workloads { get; init; } = [];

    /// <summary>Other objects by resource: services, config maps, policies.</summary>
    public IReadOnlyList<(string Resource, JsonObject Value)> Objects { get; init; } = [];

    public NetworkScript Network { get; init; } = new();

    public IReadOnlyList<WorldUser> Users { get; init; } = [];
}

/// <summary>Something that pods come from.</summary>
internal sealed record WorkloadDefinition
{
    public required string Name { get; init; }

    public required string Namespace { get; init; }

    public string Kind { get; init; } = "Deployment";

    public int Replicas { get; init; } = 1;

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <summary>Why the scheduler finds no node; null if it does.</summary>
    public string? Unschedulable { get; init; }

    /// <summary>The pod's spec, as in Kubernetes.</summary>
    public required JsonObject Pod { get; init; }

    /// <summary>How the program of a container lives here, by the container's name.</summary>
    public IReadOnlyDictionary<string, LifeScript> Lives { get; init; } = new Dictionary<string, LifeScript>();
}
