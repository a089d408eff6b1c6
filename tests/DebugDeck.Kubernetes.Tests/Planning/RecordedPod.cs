using System.Text.Json.Nodes;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Planning;

namespace DebugDeck.Kubernetes.Tests.Planning;

/// <summary>Pods of a real 1.36 cluster.</summary>
internal static class RecordedPod
{
    /// <summary>A moment after everything that was recorded.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    public static JsonObject Json(string name, string file = "pods-shop.json")
    {
        var root = JsonNode.Parse(Recording.Read(file))!.AsObject();
        return root["items"] is JsonArray pods
            ? pods.Single(pod => pod!["metadata"]!["name"]!.GetValue<string>().StartsWith(name, StringComparison.Ordinal))!.DeepClone().AsObject()
            : root;
    }

    public static PodFacts Facts(string name, string container = "app", Action<JsonObject>? change = null, string file = "pods-shop.json")
    {
        var pod = Json(name, file);
        change?.Invoke(pod);
        return PodFactsReader.Read(pod, container, Now);
    }

    public static Target Target(PodFacts facts) => new()
    {
        Id = $"uid/{facts.Container}",
        Address = new TargetAddress(AddressKind.Pod, facts.Pod, facts.Container),
        Host = "prod",
        Name = facts.Pod,
        Container = facts.Container,
        Project = facts.Namespace,
        Image = facts.Image,
    };
}
