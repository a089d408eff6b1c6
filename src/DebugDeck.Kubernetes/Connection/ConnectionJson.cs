using System.Text.Json.Serialization;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>Source-generated readers and writers: Native AOT has no reflection to fall back on.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExecCredentialDocument))]
[JsonSerializable(typeof(StatusDocument))]
internal sealed partial class ConnectionJson : JsonSerializerContext;
