using System.Text.Json.Serialization;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>Source-generated readers of what sessions are found by.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SessionPodList))]
[JsonSerializable(typeof(SessionPod))]
internal sealed partial class SessionJson : JsonSerializerContext;
