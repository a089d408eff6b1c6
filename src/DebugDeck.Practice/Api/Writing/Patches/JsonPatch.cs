using System.Globalization;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Writing.Patches;

/// <summary>JSON patch, RFC 6902: a list of operations on paths.</summary>
internal static class JsonPatch
{
    public static void Apply(JsonObject target, JsonArray operations)
    {
        foreach (var operation in operations.OfType<JsonObject>())
        {
            var path = Pointer(operation, "path");
            switch (operation["op"]?.ToString())
            {
                case "add":
                    Add(target, path, operation["value"]?.DeepClone());
                    break;
                case "remove":
                    Remove(target, path);
                    break;
                case "replace":
                    Remove(target, path);
                    Add(target, path, operation["value"]?.DeepClone());
                    break;
                case "move":
                    Add(target, path, Remove(target, Pointer(operation, "from")));
                    break;
                case "copy":
                    Add(target, path, Find(target, Pointer(operation, "from"))?.DeepClone());
                    break;
                case "test":
                    if (!JsonNode.DeepEquals(Find(target, path), operation["value"]))
                        throw Failed($"testing value {operation["path"]} failed: test failed");
                    break;
                default:
                    throw Failed($"Unexpected kind: {operation["op"]}");
            }
        }
    }

    private static string[] Pointer(JsonObject operation, string name)
    {
        var text = operation[name]?.ToString() ?? throw Failed($"an operation lacks {name}");
        return [.. text.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
    }

    private static JsonNode? Find(JsonNode? node, ReadOnlySpan<string> path)
    {
        foreach (var part in path)
        {
            node = node switch
            {
                JsonObject members when members.ContainsKey(part) => members[part],
                JsonArray items => items[Index(items, part, items.Count - 1)],
                _ => throw Missing(part),
            };
        }

        return node;
    }

    private static void Add(JsonObject target, string[] path, JsonNode? value)
    {
        if (path.Length == 0)
            throw Failed("the whole object cannot be replaced");
        switch (Find(target, path.AsSpan(..^1)))
        {
            case JsonObject parent:
                parent[path[^1]] = value;
                break;
            case JsonArray items:
                items.Insert(path[^1] == "-" ? items.Count : Index(items, path[^1], items.Count), value);
                break;
            default:
                throw Missing(path[^1]);
        }
    }

    private static JsonNode? Remove(JsonObject target, string[] path)
    {
        var value = Find(target, path);
        switch (path.Length == 0 ? null : Find(target, path.AsSpan(..^1)))
        {
            case JsonObject parent:
                parent.Remove(path[^1]);
                break;
            case JsonArray items:
                items.RemoveAt(Index(items, path[^1], items.Count - 1));
                break;
            default:
                throw Failed("the whole object cannot be removed");
        }

        return value;
    }

    private static int Index(JsonArray items, string part, int last)
    {
        return int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= last ? index : throw Missing(part);
    }

    private static ApiException Missing(string part) => Failed($"jsonpatch: missing path or index: {part}");

    private static ApiException Failed(string why) => new(422, "Invalid", $"the server rejected our request due to an error in our request: {why}", []);
}
