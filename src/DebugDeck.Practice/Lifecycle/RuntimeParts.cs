using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Worlds;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>What the lives of all pods are built from.</summary>
internal sealed record RuntimeParts(
    IClusterState Cluster, TimeProvider Clock, ImageStore Images, ContainerFactory Factory, RunStarter Starter, EventRecorder Events,
    PidNamespace Host, Func<string, string, string, LifeScript?> Scripts, Func<System.Text.Json.Nodes.JsonObject, string?> Unschedulable, NetworkFactory Networks);

/// <summary>Makes the network namespace of a pod.</summary>
internal delegate Network.PodNetwork NetworkFactory(System.Text.Json.Nodes.JsonObject pod);
