using System.Text.Json.Serialization;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>Source-generated readers and writers of what exec asks an API server.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExecReview))]
internal sealed partial class ExecJson : JsonSerializerContext;
