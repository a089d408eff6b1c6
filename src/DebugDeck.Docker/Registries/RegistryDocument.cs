using System.Text.Json.Serialization;

namespace DebugDeck.Docker.Registries;

/// <summary>A manifest of an image, or an index of several, as the OCI image specification and docker write them.</summary>
internal sealed record RegistryDocument
{
    public int SchemaVersion { get; init; }

    public string? MediaType { get; init; }

    /// <summary>Of a manifest.</summary>
    public BlobDescriptor? Config { get; init; }

    /// <summary>Of a manifest, the lowest first.</summary>
    public IReadOnlyList<BlobDescriptor>? Layers { get; init; }

    /// <summary>Of an index.</summary>
    public IReadOnlyList<BlobDescriptor>? Manifests { get; init; }
}

/// <summary>A blob by what it holds.</summary>
internal sealed record BlobDescriptor
{
    public string? MediaType { get; init; }

    public string? Digest { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    public BlobPlatform? Platform { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}

/// <summary>What an entry of an index is for.</summary>
internal sealed record BlobPlatform(string? Os, string? Architecture, string? Variant);

/// <summary>The answer of a token server.</summary>
internal sealed record TokenAnswer(string? Token, [property: JsonPropertyName("access_token")] string? AccessToken);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RegistryDocument))]
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class RegistryJson : JsonSerializerContext;
