using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>The columns of the small kinds of the core group.</summary>
internal static class CoreTables
{
    private const string RolePrefix = "node-role.kubernetes.io/";

    public static Table Namespace { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Status", value => Cells.Text(Cells.At(value, "status", "phase"))),
        TableColumn.Age);

    public static Table ConfigMap { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Number("Data", value => Count(value["data"]) + Count(value["binaryData"])),
        TableColumn.Age);

    public static Table Secret { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Type", value => Cells.Text(value["type"], "Opaque")),
        TableColumn.Number("Data", value => Count(value["data"])),
        TableColumn.Age);

    public static Table Node { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Status", NodeStatus),
        TableColumn.Text("Roles", Roles),
        TableColumn.Age,
        TableColumn.Text("Version", value => Cells.Text(Cells.At(value, "status", "nodeInfo", "kubeletVersion"))),
        TableColumn.Wide("Internal-IP", value => Address(value, "InternalIP")),
        TableColumn.Wide("External-IP", value => Address(value, "ExternalIP")),
        TableColumn.Wide("OS-Image", value => Cells.Text(Cells.At(value, "status", "nodeInfo", "osImage"), "<unknown>")),
        TableColumn.Wide("Kernel-Version", value => Cells.Text(Cells.At(value, "status", "nodeInfo", "kernelVersion"), "<unknown>")),
        TableColumn.Wide("Container-Runtime", value => Cells.Text(Cells.At(value, "status", "nodeInfo", "containerRuntimeVersion"), "<unknown>")));

    private static int Count(JsonNode? node) => node is JsonObject members ? members.Count : 0;

    private static string NodeStatus(JsonObject node)
    {
        var ready = Cells.Items(Cells.At(node, "status", "conditions")).FirstOrDefault(condition => condition["type"]?.ToString() == "Ready");
        var status = ready?["status"]?.ToString() switch
        {
            "True" => "Ready",
            null => "Unknown",
            _ => "NotReady",
        };
        return Cells.Text(Cells.At(node, "spec", "unschedulable")) == "true" ? $"{status},SchedulingDisabled" : status;
    }

    private static string Roles(JsonObject node)
    {
        return node["metadata"]?["labels"] is JsonObject labels
            ? Cells.Join(labels.Where(label => label.Key.StartsWith(RolePrefix, StringComparison.Ordinal)).Select(label => label.Key[RolePrefix.Length..]))
            : Cells.None;
    }

    private static string Address(JsonObject node, string type)
    {
        return Cells.Text(Cells.Items(Cells.At(node, "status", "addresses")).FirstOrDefault(address => address["type"]?.ToString() == type)?["address"]);
    }
}
