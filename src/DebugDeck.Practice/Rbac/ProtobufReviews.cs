using System.Text;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Api;

namespace DebugDeck.Practice.Rbac;

/// <summary>
/// Reads the reviews that kubectl sends as protobuf. Only the fields that are asked about are known (field numbers from
/// k8s.io/api/authorization/v1/generated.proto); answers go out as JSON, which the client takes too.
/// </summary>
internal static class ProtobufReviews
{
    public const string ContentType = "application/vnd.kubernetes.protobuf";

    private static readonly string[] ResourceFields = ["", "namespace", "verb", "group", "version", "resource", "subresource", "name"];
    private static readonly string[] PathFields = ["", "path", "verb"];

    public static JsonObject Read(ReadOnlySpan<byte> body)
    {
        // Kubernetes puts four bytes and an envelope around each message: type information in field 1, the message in field 2.
        if (!body.StartsWith("k8s\0"u8))
            throw ApiException.UnknownBodyFormat(ContentType);
        try
        {
            var envelope = ProtobufMessage.Parse(body[4..]);
            var type = ProtobufMessage.Parse(envelope.Bytes(1));
            var message = ProtobufMessage.Parse(envelope.Bytes(2));
            var spec = ProtobufMessage.Parse(message.Bytes(2));
            return Encoding.UTF8.GetString(type.Bytes(2)) switch
            {
                "SelfSubjectAccessReview" => new JsonObject { ["spec"] = AccessSpec(spec) },
                "SelfSubjectRulesReview" => new JsonObject { ["spec"] = Texts(message.Bytes(2), ["", "namespace"]) },
                _ => [],
            };
        }
        catch (FormatException error)
        {
            throw ApiException.BadRequest($"the protobuf body cannot be read: {error.Message}");
        }
    }

    private static JsonObject AccessSpec(ProtobufMessage spec)
    {
        return spec.Has(2)
            ? new JsonObject { ["nonResourceAttributes"] = Texts(spec.Bytes(2), PathFields) }
            : new JsonObject { ["resourceAttributes"] = Texts(spec.Bytes(1), ResourceFields) };
    }

    /// <summary>The text fields of a message by name; field numbers are places in the list.</summary>
    private static JsonObject Texts(ReadOnlySpan<byte> bytes, string[] names)
    {
        var message = ProtobufMessage.Parse(bytes);
        var result = new JsonObject();
        for (var number = 1; number < names.Length; number++)
        {
            if (message.Bytes(number) is { Length: > 0 } value)
                result[names[number]] = Encoding.UTF8.GetString(value);
        }

        return result;
    }
}
