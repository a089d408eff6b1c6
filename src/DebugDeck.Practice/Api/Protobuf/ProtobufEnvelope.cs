using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Protobuf;

/// <summary>
/// kubectl sends what it makes with typed clients as protobuf: the copy of a pod, the question of <c>auth can-i</c>. It does not fall
/// back to JSON. Four bytes and a message with the kind are around each object. Answers go out as JSON, which every client takes.
/// </summary>
internal static class ProtobufEnvelope
{
    public const string ContentType = "application/vnd.kubernetes.protobuf";

    private static readonly ProtobufType TypeMeta = new ProtobufType("TypeMeta").Text(1, "apiVersion").Text(2, "kind");

    public static bool IsIn(string? contentType) => contentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    public static JsonObject Read(ReadOnlyMemory<byte> body)
    {
        if (!body.Span.StartsWith("k8s\0"u8))
            throw ApiException.BadRequest("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        try
        {
            var envelope = ProtobufMessage.Read(body[4..]).Where(field => field.Tag is 1 or 2).ToDictionary(field => field.Tag, field => field.Bytes);
            var meta = ProtobufReader.Read(envelope.GetValueOrDefault(1), TypeMeta);
            var type = ProtobufTypes.Find(meta["kind"]?.ToString() ?? "") ?? throw ApiException.UnknownBodyFormat("application/json");
            var result = ProtobufReader.Read(envelope.GetValueOrDefault(2), type);
            foreach (var (name, value) in meta)
                result[name] = value?.DeepClone();
            return result;
        }
        catch (FormatException error)
        {
            throw ApiException.BadRequest($"the protobuf body cannot be read: {error.Message}");
        }
    }
}
