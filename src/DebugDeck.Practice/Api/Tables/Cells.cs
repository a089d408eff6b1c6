using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>Small readings of objects that many columns need.</summary>
internal static class Cells
{
    public const string None = "<none>";

    public static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var part in path)
            node = node is JsonObject parent ? parent[part] : null;
        return node;
    }

    public static string Text(JsonNode? node, string missing = None)
    {
        return node?.ToString() is { Length: > 0 } text ? text : missing;
    }

    public static int Int(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;

    public static IEnumerable<JsonObject> Items(JsonNode? node) => node is JsonArray items ? items.OfType<JsonObject>() : [];

    public static string Join(IEnumerable<string> values) => Text(string.Join(',', values));

    /// <summary>Labels as a selector: <c>app=web,tier=front</c>.</summary>
    public static string Labels(JsonNode? labels)
    {
        return labels is JsonObject { Count: > 0 } all ? string.Join(',', all.Select(label => $"{label.Key}={label.Value}")) : None;
    }

    public static TableColumn Containers { get; } =
        TableColumn.Wide("Containers", value => Join(Template(value).Select(container => Text(container["name"]))));

    public static TableColumn Images { get; } =
        TableColumn.Wide("Images", value => Join(Template(value).Select(container => Text(container["image"]))));

    public static TableColumn Selector { get; } =
        TableColumn.Wide("Selector", value => Labels(At(value, "spec", "selector", "matchLabels")));

    private static IEnumerable<JsonObject> Template(JsonObject value) => Items(At(value, "spec", "template", "spec", "containers"));
}
