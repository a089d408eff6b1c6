using System.Text;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Protobuf;

/// <summary>Turns a message into the JSON that says the same. Fields that no type names are passed over.</summary>
internal static class ProtobufReader
{
    public static JsonObject Read(ReadOnlyMemory<byte> bytes, ProtobufType type)
    {
        var result = new JsonObject();
        ReadInto(result, bytes, type);
        return result;
    }

    private static void ReadInto(JsonObject result, ReadOnlyMemory<byte> bytes, ProtobufType type)
    {
        foreach (var field in ProtobufMessage.Read(bytes))
        {
            if (type.Find(field.Tag) is not { } shape)
                continue;
            if (shape.Name.Length == 0)
                ReadInto(result, field.Bytes, shape.Type!);
            else if (shape.Kind is ProtobufShapeKind.TextMap or ProtobufShapeKind.QuantityMap)
                AddEntry(result, shape, field);
            else if (shape.Repeated)
                List(result, shape.Name).Add(Value(shape, field));
            else if (IsSaid(shape, field))
                result[shape.Name] = Value(shape, field);
        }
    }

    /// <summary>Go writes texts that are not set as empty ones; in JSON they are left out.</summary>
    private static bool IsSaid(ProtobufShape shape, ProtobufField field) => shape.Kind != ProtobufShapeKind.Text || !field.Bytes.IsEmpty;

    private static JsonNode? Value(ProtobufShape shape, ProtobufField field) => shape.Kind switch
    {
        ProtobufShapeKind.Text => TextOf(field.Bytes),
        ProtobufShapeKind.Number => (long)field.Number,
        ProtobufShapeKind.Flag => field.Number != 0,
        ProtobufShapeKind.IntOrText => IntOrText(field.Bytes),
        _ => Read(field.Bytes, shape.Type!),
    };

    private static void AddEntry(JsonObject result, ProtobufShape shape, ProtobufField field)
    {
        if (result[shape.Name] is not JsonObject map)
            result[shape.Name] = map = [];
        var entry = ProtobufMessage.Read(field.Bytes).ToDictionary(part => part.Tag, part => part.Bytes);
        var value = entry.GetValueOrDefault(2);
        if (shape.Kind == ProtobufShapeKind.QuantityMap)
            value = ProtobufMessage.Read(value).FirstOrDefault(part => part.Tag == 1).Bytes;
        map[TextOf(entry.GetValueOrDefault(1))] = TextOf(value);
    }

    private static JsonNode? IntOrText(ReadOnlyMemory<byte> bytes)
    {
        var parts = ProtobufMessage.Read(bytes).ToDictionary(part => part.Tag);
        var isText = parts.GetValueOrDefault(1).Number == 1;
        return isText ? TextOf(parts.GetValueOrDefault(3).Bytes) : (long)parts.GetValueOrDefault(2).Number;
    }

    private static JsonArray List(JsonObject result, string name)
    {
        if (result[name] is not JsonArray list)
            result[name] = list = [];
        return list;
    }

    private static string TextOf(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
