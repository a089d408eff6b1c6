using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>The columns of what owns pods.</summary>
internal static class WorkloadTables
{
    public static Table Deployment { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Ready", value => $"{Status(value, "readyReplicas")}/{Cells.Int(Cells.At(value, "spec", "replicas"))}"),
        TableColumn.Number("Up-to-date", value => Status(value, "updatedReplicas")),
        TableColumn.Number("Available", value => Status(value, "availableReplicas")),
        TableColumn.Age, Cells.Containers, Cells.Images, Cells.Selector);

    public static Table ReplicaSet { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Number("Desired", value => Cells.Int(Cells.At(value, "spec", "replicas"))),
        TableColumn.Number("Current", value => Status(value, "replicas")),
        TableColumn.Number("Ready", value => Status(value, "readyReplicas")),
        TableColumn.Age, Cells.Containers, Cells.Images, Cells.Selector);

    public static Table StatefulSet { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Ready", value => $"{Status(value, "readyReplicas")}/{Cells.Int(Cells.At(value, "spec", "replicas"))}"),
        TableColumn.Age, Cells.Containers, Cells.Images);

    public static Table DaemonSet { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Number("Desired", value => Status(value, "desiredNumberScheduled")),
        TableColumn.Number("Current", value => Status(value, "currentNumberScheduled")),
        TableColumn.Number("Ready", value => Status(value, "numberReady")),
        TableColumn.Number("Up-to-date", value => Status(value, "updatedNumberScheduled")),
        TableColumn.Number("Available", value => Status(value, "numberAvailable")),
        TableColumn.Text("Node Selector", value => Cells.Labels(Cells.At(value, "spec", "template", "spec", "nodeSelector"))),
        TableColumn.Age, Cells.Containers, Cells.Images, Cells.Selector);

    public static Table Job { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Status", JobStatus),
        TableColumn.Text("Completions", value => $"{Status(value, "succeeded")}/{Math.Max(1, Cells.Int(Cells.At(value, "spec", "completions")))}"),
        new TableColumn("Duration", Duration),
        TableColumn.Age, Cells.Containers, Cells.Images, Cells.Selector);

    public static Table CronJob { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Schedule", value => Cells.Text(Cells.At(value, "spec", "schedule"))),
        TableColumn.Text("Timezone", value => Cells.Text(Cells.At(value, "spec", "timeZone"))),
        TableColumn.Text("Suspend", value => Cells.Text(Cells.At(value, "spec", "suspend"), "false") == "true" ? "True" : "False"),
        TableColumn.Number("Active", value => Cells.Items(Cells.At(value, "status", "active")).Count()),
        new TableColumn("Last Schedule", (value, now) => Cells.At(value, "status", "lastScheduleTime") is { } time ? HumanTime.Since(time, now) : Cells.None),
        TableColumn.Age);

    private static int Status(JsonObject value, string name) => Cells.Int(Cells.At(value, "status", name));

    private static string JobStatus(JsonObject value)
    {
        var ending = Cells.Items(Cells.At(value, "status", "conditions"))
            .FirstOrDefault(condition => condition["status"]?.ToString() == "True" && condition["type"]?.ToString() is "Complete" or "Failed");
        return Cells.Text(ending?["type"], "Running");
    }

    private static JsonNode? Duration(JsonObject value, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(Cells.At(value, "status", "startTime")?.ToString(), out var start))
            return "";
        return HumanTime.Duration((DateTimeOffset.TryParse(Cells.At(value, "status", "completionTime")?.ToString(), out var end) ? end : now) - start);
    }
}
