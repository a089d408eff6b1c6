using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>The columns of services and what belongs to them.</summary>
internal static class NetworkTables
{
    /// <summary>More than that is abbreviated.</summary>
    private const int ShownEndpoints = 3;

    public static Table Service { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Type", value => Cells.Text(Cells.At(value, "spec", "type"), "ClusterIP")),
        TableColumn.Text("Cluster-IP", value => Cells.Text(Cells.At(value, "spec", "clusterIP"))),
        TableColumn.Text("External-IP", value => Cells.Text(Cells.At(value, "spec", "externalName"))),
        TableColumn.Text("Port(s)", value => Cells.Join(Cells.Items(Cells.At(value, "spec", "ports")).Select(ServicePort))),
        TableColumn.Age,
        TableColumn.Wide("Selector", value => Cells.Labels(Cells.At(value, "spec", "selector"))));

    public static Table Endpoints { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Endpoints", value => Shorten([.. Cells.Items(value["subsets"]).SelectMany(Addresses)])),
        TableColumn.Age);

    public static Table EndpointSlice { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("AddressType", value => Cells.Text(value["addressType"])),
        TableColumn.Text("Ports", value => Cells.Join(Cells.Items(value["ports"]).Select(port => Cells.Text(port["port"])))),
        TableColumn.Text("Endpoints", value => Shorten([.. Cells.Items(value["endpoints"])
            .SelectMany(endpoint => endpoint["addresses"] is JsonArray addresses ? addresses.Select(address => Cells.Text(address)) : [])])),
        TableColumn.Age);

    public static Table NetworkPolicy { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Pod-Selector", value => Cells.Labels(Cells.At(value, "spec", "podSelector", "matchLabels"))),
        TableColumn.Age);

    private static string ServicePort(JsonObject port)
    {
        var node = Cells.Int(port["nodePort"]) is var number and > 0 ? $":{number}" : "";
        return $"{Cells.Text(port["port"])}{node}/{Cells.Text(port["protocol"], "TCP")}";
    }

    private static IEnumerable<string> Addresses(JsonObject subset)
    {
        var ports = Cells.Items(subset["ports"]).ToList();
        return Cells.Items(subset["addresses"]).SelectMany(address => ports.Count == 0
            ? [Cells.Text(address["ip"])]
            : ports.Select(port => $"{Cells.Text(address["ip"])}:{Cells.Text(port["port"])}"));
    }

    private static string Shorten(List<string> all)
    {
        var shown = Cells.Join(all.Take(ShownEndpoints));
        return all.Count > ShownEndpoints ? $"{shown} + {all.Count - ShownEndpoints} more..." : shown;
    }
}
