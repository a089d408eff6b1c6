using System.Text.Json.Serialization;

namespace DebugDeck.Docker.Endpoints;

/// <summary>The parts of Docker's own files that we read.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(DockerConfigFile))]
[JsonSerializable(typeof(ContextMetaFile))]
internal sealed partial class ContextJson : JsonSerializerContext;

/// <summary><c>config.json</c></summary>
internal sealed record DockerConfigFile(string? CurrentContext);

/// <summary><c>contexts/meta/HASH/meta.json</c></summary>
internal sealed record ContextMetaFile(string? Name, Dictionary<string, ContextEndpoint>? Endpoints);

/// <summary>An endpoint of a context; the one called <c>docker</c> is the engine.</summary>
internal sealed record ContextEndpoint(string? Host, bool SkipTLSVerify);
