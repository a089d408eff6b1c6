using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Objects;

/// <summary>Turns a tree into a <see cref="StoredObject"/>.</summary>
internal static class ObjectWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    public static StoredObject Write(ResourceKind kind, JsonObject tree, long version)
    {
        var metadata = tree["metadata"]!.AsObject();
        metadata["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WritePropertyName("metadata");
        metadata.WriteTo(writer);
        writer.Flush();
        var metadataEnd = buffer.WrittenCount;
        foreach (var (name, value) in tree)
        {
            if (name is "kind" or "apiVersion" or "metadata")
                continue;
            writer.WritePropertyName(name);
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return new StoredObject(kind, (string?)metadata["namespace"], (string)metadata["name"]!)
        {
            Version = version,
            Body = buffer.WrittenSpan[1..].ToArray(),
            MetadataLength = metadataEnd - 1,
            Labels = Labels(metadata),
            Fields = kind.SelectableFields.Count == 0 ? [] : [.. kind.SelectableFields.Select(field => Field(tree, field))],
        };
    }

    /// <summary>The text of a selectable field. Values such as phases repeat on every object, so they are interned.</summary>
    private static string Field(JsonObject tree, string path)
    {
        JsonNode? node = tree;
        foreach (var part in path.Split('.'))
            node = node is JsonObject parent ? parent[part] : null;
        return node is JsonValue value ? string.Intern(value.ToString()) : "";
    }

    private static IReadOnlyDictionary<string, string> Labels(JsonObject metadata)
    {
        return metadata["labels"] is JsonObject { Count: > 0 } labels
            ? labels.ToDictionary(label => string.Intern(label.Key), label => string.Intern(label.Value?.ToString() ?? ""))
            : NoLabels;
    }
}
