using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>The columns of events.</summary>
internal static class EventTable
{
    public static Table Instance { get; } = new(
        new TableColumn("Last Seen", LastSeen),
        TableColumn.Text("Type", value => Cells.Text(value["type"], "")),
        TableColumn.Text("Reason", value => Cells.Text(value["reason"], "")),
        TableColumn.Text("Object", Regarding),
        TableColumn.Wide("Subobject", value => Cells.Text(Cells.At(value, "involvedObject", "fieldPath"), "")),
        TableColumn.Wide("Source", Source),
        TableColumn.Text("Message", value => Cells.Text(value["message"], "").Trim()),
        new TableColumn("First Seen", FirstSeen) { Priority = 1 },
        TableColumn.Number("Count", value => Cells.Int(value["count"]) is var count and > 0 ? count : 1) with { Priority = 1 },
        TableColumn.Wide("Name", value => Cells.Text(Cells.At(value, "metadata", "name"), "")));

    private static JsonNode? LastSeen(JsonObject value, DateTimeOffset now)
    {
        var since = HumanTime.Since(value["lastTimestamp"] ?? value["eventTime"] ?? value["firstTimestamp"], now);
        return Cells.Int(value["count"]) > 1 ? $"{since} (x{Cells.Int(value["count"])} over {FirstSeen(value, now)})" : since;
    }

    private static JsonNode? FirstSeen(JsonObject value, DateTimeOffset now) => HumanTime.Since(value["firstTimestamp"] ?? value["eventTime"], now);

    private static string Regarding(JsonObject value)
    {
        var about = value["involvedObject"];
        return $"{Cells.Text(about?["kind"], "").ToLowerInvariant()}/{Cells.Text(about?["name"], "")}";
    }

    private static string Source(JsonObject value)
    {
        var component = Cells.Text(Cells.At(value, "source", "component"), Cells.Text(value["reportingComponent"], ""));
        var host = Cells.Text(Cells.At(value, "source", "host"), Cells.Text(value["reportingInstance"], ""));
        return host.Length > 0 ? $"{component}, {host}" : component;
    }
}
