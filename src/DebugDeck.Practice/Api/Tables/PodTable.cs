using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>The columns of pods.</summary>
internal static class PodTable
{
    public static Table Instance { get; } = new(
        TableColumn.ObjectName,
        TableColumn.Text("Ready", Ready),
        TableColumn.Text("Status", PodPhase.Of),
        new TableColumn("Restarts", Restarts),
        TableColumn.Age,
        TableColumn.Wide("IP", pod => Cells.Text(Cells.At(pod, "status", "podIP"))),
        TableColumn.Wide("Node", pod => Cells.Text(Cells.At(pod, "spec", "nodeName"))),
        TableColumn.Wide("Nominated Node", pod => Cells.Text(Cells.At(pod, "status", "nominatedNodeName"))),
        TableColumn.Wide("Readiness Gates", ReadinessGates))
    {
        Conditions = Conditions,
    };

    private static string Ready(JsonObject pod)
    {
        var sidecars = Sidecars(pod);
        var ready = Cells.Items(Cells.At(pod, "status", "containerStatuses")).Count(IsReady)
            + Cells.Items(Cells.At(pod, "status", "initContainerStatuses")).Count(status => sidecars.Contains(Cells.Text(status["name"])) && IsReady(status));
        return $"{ready}/{Cells.Items(Cells.At(pod, "spec", "containers")).Count() + sidecars.Count}";
    }

    private static JsonNode? Restarts(JsonObject pod, DateTimeOffset now)
    {
        var sidecars = Sidecars(pod);
        var initializing = PodPhase.Of(pod).StartsWith("Init:", StringComparison.Ordinal);
        var counted = Cells.Items(Cells.At(pod, "status", "initContainerStatuses"))
            .Where(status => initializing || sidecars.Contains(Cells.Text(status["name"])))
            .Concat(initializing ? [] : Cells.Items(Cells.At(pod, "status", "containerStatuses")))
            .ToList();
        var restarts = counted.Sum(status => Cells.Int(status["restartCount"]));
        var last = counted.Select(status => Cells.At(status, "lastState", "terminated", "finishedAt")?.ToString()).Max(StringComparer.Ordinal);
        return restarts > 0 && last is not null ? $"{restarts} ({HumanTime.Since(last, now)} ago)" : $"{restarts}";
    }

    private static HashSet<string> Sidecars(JsonObject pod)
    {
        return [.. Cells.Items(Cells.At(pod, "spec", "initContainers"))
            .Where(container => container["restartPolicy"]?.ToString() == "Always")
            .Select(container => Cells.Text(container["name"]))];
    }

    private static bool IsReady(JsonObject status) => status["ready"]?.GetValueKind() == System.Text.Json.JsonValueKind.True;

    private static string ReadinessGates(JsonObject pod)
    {
        var gates = Cells.Items(Cells.At(pod, "spec", "readinessGates")).Select(gate => Cells.Text(gate["conditionType"])).ToList();
        var met = Cells.Items(Cells.At(pod, "status", "conditions"))
            .Count(condition => gates.Contains(Cells.Text(condition["type"])) && condition["status"]?.ToString() == "True");
        return gates.Count == 0 ? Cells.None : $"{met}/{gates.Count}";
    }

    private static JsonArray? Conditions(JsonObject pod) => Cells.Text(Cells.At(pod, "status", "phase")) switch
    {
        "Succeeded" => Completed("Succeeded", "The pod has completed successfully."),
        "Failed" => Completed("Failed", "The pod failed."),
        _ => null,
    };

    private static JsonArray Completed(string reason, string message)
    {
        return new JsonArray(new JsonObject { ["type"] = "Completed", ["status"] = "True", ["reason"] = reason, ["message"] = message });
    }
}
