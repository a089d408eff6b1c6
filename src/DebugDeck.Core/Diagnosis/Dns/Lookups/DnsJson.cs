using System.Text.Json.Serialization;

namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>How lookups are kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DnsLookupRequest))]
[JsonSerializable(typeof(DnsLookup))]
internal sealed partial class DnsJson : JsonSerializerContext;
