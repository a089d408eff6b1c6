using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DebugDeck.Output.Playbooks;

/// <summary>The JSON of what playbooks print, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(TriageDocument))]
[JsonSerializable(typeof(PlaybooksDocument))]
internal sealed partial class PlaybookJson : JsonSerializerContext
{
    /// <summary>Several lines; names in other scripts stay readable.</summary>
    public static PlaybookJson Indented { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
