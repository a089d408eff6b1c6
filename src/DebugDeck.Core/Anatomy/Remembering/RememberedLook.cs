using System.Text.Json.Serialization;

namespace DebugDeck.Core.Anatomy.Remembering;

/// <summary>A look at an image's files, and when that was.</summary>
public sealed record RememberedLook(DateTimeOffset At, ImageLook Look);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(RememberedLook))]
internal sealed partial class AnatomyCacheJson : JsonSerializerContext;
