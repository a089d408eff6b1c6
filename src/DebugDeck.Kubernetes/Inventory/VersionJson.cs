using System.Text.Json.Serialization;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>The answer of <c>/version</c>.</summary>
internal sealed record VersionDocument(string? GitVersion);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VersionDocument))]
internal sealed partial class VersionJson : JsonSerializerContext;
