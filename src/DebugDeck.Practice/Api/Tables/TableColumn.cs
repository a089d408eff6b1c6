using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>One column. Those of priority 1 appear with <c>-o wide</c> only.</summary>
internal sealed record TableColumn(string Name, Func<JsonObject, DateTimeOffset, JsonNode?> Cell)
{
    public static TableColumn ObjectName { get; } = Text("Name", value => Cells.Text(Cells.At(value, "metadata", "name"), "")) with { Format = "name" };

    public static TableColumn Age { get; } = new("Age", (value, now) => HumanTime.Since(Cells.At(value, "metadata", "creationTimestamp"), now));

    public string Type { get; init; } = "string";

    public string Format { get; init; } = "";

    public int Priority { get; init; }

    public static TableColumn Text(string name, Func<JsonObject, string> cell) => new(name, (value, _) => cell(value));

    public static TableColumn Wide(string name, Func<JsonObject, string> cell) => Text(name, cell) with { Priority = 1 };

    public static TableColumn Number(string name, Func<JsonObject, JsonNode?> cell) =>
        new(name, (value, _) => cell(value)?.DeepClone() ?? 0) { Type = "integer" };

    public JsonNode Definition() => new JsonObject
    {
        ["name"] = Name,
        ["type"] = Type,
        ["format"] = Format,
        ["description"] = "",
        ["priority"] = Priority,
    };
}
