using System.Text.Json;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>The one word that kubectl shows for a pod's state, drawn together from its phase and its containers.</summary>
internal static class PodPhase
{
    public static string Of(JsonObject pod)
    {
        var status = pod["status"];
        var reason = Cells.Text(status?["reason"], Cells.Text(status?["phase"], "Unknown"));
        if (Initializing(pod) is { } initializing)
            reason = initializing;
        else
            reason = FromContainers(Cells.Items(status?["containerStatuses"]).ToList(), reason);

        if (pod["metadata"]?["deletionTimestamp"] is null)
            return reason;
        return status?["reason"]?.ToString() == "NodeLost" ? "Unknown" : "Terminating";
    }

    private static string? Initializing(JsonObject pod)
    {
        var specs = Cells.Items(Cells.At(pod, "spec", "initContainers")).ToList();
        var statuses = Cells.Items(Cells.At(pod, "status", "initContainerStatuses")).ToList();
        for (var i = 0; i < statuses.Count; i++)
        {
            var state = statuses[i]["state"];
            var sidecar = specs.Any(spec => spec["name"]?.ToString() == statuses[i]["name"]?.ToString() && spec["restartPolicy"]?.ToString() == "Always");
            if (state?["terminated"] is { } ended && Cells.Int(ended["exitCode"]) == 0)
                continue;
            if (sidecar && statuses[i]["started"]?.GetValueKind() == JsonValueKind.True)
                continue;
            if (state?["terminated"] is { } failed)
                return $"Init:{Ending(failed)}";
            return Cells.Text(state?["waiting"]?["reason"], "") is { Length: > 0 } waiting && waiting != "PodInitializing"
                ? $"Init:{waiting}"
                : $"Init:{i}/{specs.Count}";
        }

        return null;
    }

    private static string FromContainers(List<JsonObject> statuses, string reason)
    {
        var running = false;

        // The first container speaks last, so it wins.
        foreach (var status in Enumerable.Reverse(statuses))
        {
            var state = status["state"];
            if (Cells.Text(state?["waiting"]?["reason"], "") is { Length: > 0 } waiting)
                reason = waiting;
            else if (state?["terminated"] is { } ended)
                reason = Ending(ended);
            else if (state?["running"] is not null && status["ready"]?.GetValueKind() == JsonValueKind.True)
                running = true;
        }

        return reason == "Completed" && running ? "Running" : reason;
    }

    private static string Ending(JsonNode ended)
    {
        if (Cells.Text(ended["reason"], "") is { Length: > 0 } reason)
            return reason;
        return Cells.Int(ended["signal"]) is var signal and not 0 ? $"Signal:{signal}" : $"ExitCode:{Cells.Int(ended["exitCode"])}";
    }
}
