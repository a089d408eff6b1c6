using System.Text.Json;
using System.Text.Json.Serialization;

namespace DebugDeck.Core.Settings;

// A misspelt name that is silently ignored costs an hour; hence no unmapped members.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(UserSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
