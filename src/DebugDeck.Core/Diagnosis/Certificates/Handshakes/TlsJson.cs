using System.Text.Json.Serialization;

namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>How handshakes are kept in saved runs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TlsRequest))]
[JsonSerializable(typeof(TlsObservation))]
internal sealed partial class TlsJson : JsonSerializerContext;
