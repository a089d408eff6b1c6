using System.Text.Json.Nodes;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>What kubectl shows of one kind.</summary>
internal sealed class Table(params TableColumn[] columns)
{
    private static readonly Table Plain = new(TableColumn.ObjectName, TableColumn.Age);

    public static Table For(ResourceKind kind) => kind.Kind switch
    {
        "Pod" => PodTable.Instance,
        "Event" => EventTable.Instance,
        "Deployment" => WorkloadTables.Deployment,
        "ReplicaSet" => WorkloadTables.ReplicaSet,
        "StatefulSet" => WorkloadTables.StatefulSet,
        "DaemonSet" => WorkloadTables.DaemonSet,
        "Job" => WorkloadTables.Job,
        "CronJob" => WorkloadTables.CronJob,
        "Service" => NetworkTables.Service,
        "Endpoints" => NetworkTables.Endpoints,
        "EndpointSlice" => NetworkTables.EndpointSlice,
        "NetworkPolicy" => NetworkTables.NetworkPolicy,
        "Namespace" => CoreTables.Namespace,
        "Node" => CoreTables.Node,
        "ConfigMap" => CoreTables.ConfigMap,
        "Secret" => CoreTables.Secret,
        _ => Plain,
    };

    /// <summary>Further members of a row that the kind gives it, such as the conditions of a finished pod.</summary>
    public Func<JsonObject, JsonArray?> Conditions { get; init; } = _ => null;

    public JsonArray ColumnDefinitions() => new([.. columns.Select(column => column.Definition())]);

    /// <summary>The row of an object, but for the object itself.</summary>
    public JsonObject Row(JsonObject value, DateTimeOffset now)
    {
        var row = new JsonObject { ["cells"] = new JsonArray([.. columns.Select(column => column.Cell(value, now))]) };
        if (Conditions(value) is { } conditions)
            row["conditions"] = conditions;
        return row;
    }
}
