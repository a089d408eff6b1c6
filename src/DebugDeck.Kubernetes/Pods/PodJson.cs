using System.Text.Json.Serialization;

namespace DebugDeck.Kubernetes.Pods;

/// <summary>Source-generated readers of pods, their lists and their watch events.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PodListDocument))]
[JsonSerializable(typeof(PodDocument))]
internal sealed partial class PodJson : JsonSerializerContext;
