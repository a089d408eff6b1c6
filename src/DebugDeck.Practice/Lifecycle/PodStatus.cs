using System.Globalization;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Writes the status of a pod: the states of its containers, and what follows from them.</summary>
internal static class PodStatus
{
    public static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static JsonObject Waiting(string reason, string? message = null)
    {
        var waiting = new JsonObject { ["reason"] = reason };
        if (message is not null)
        {
            waiting["message"] = message;
        }

        return new JsonObject { ["waiting"] = waiting };
    }

    public static JsonObject Running(ContainerRun run) => new() { ["running"] = new JsonObject { ["startedAt"] = Timestamp(run.StartedAt) } };

    public static JsonObject Terminated(ContainerRun run, ContainerEnd end) => new()
    {
        ["terminated"] = new JsonObject
        {
            ["exitCode"] = end.ExitCode,
            ["reason"] = end.Reason,
            ["startedAt"] = Timestamp(run.StartedAt),
            ["finishedAt"] = Timestamp(end.FinishedAt),
            ["containerID"] = "containerd://" + run.Id,
        },
    };

    /// <summary>A start that failed, as the status before the one that waits.</summary>
    public static JsonObject StartFailed(string id, string message, DateTimeOffset now) => new()
    {
        ["terminated"] = new JsonObject
        {
            ["exitCode"] = 128,
            ["reason"] = "StartError",
            ["message"] = message,
            ["startedAt"] = "1970-01-01T00:00:00Z",
            ["finishedAt"] = Timestamp(now),
            ["containerID"] = "containerd://" + id,
        },
    };

    /// <summary>The status of one container, made if it is not there yet.</summary>
    public static JsonObject Of(JsonObject pod, ContainerSlot slot)
    {
        var status = Child(pod, "status");
        var list = slot.Role switch
        {
            ContainerRole.Init => "initContainerStatuses",
            ContainerRole.Ephemeral => "ephemeralContainerStatuses",
            _ => "containerStatuses",
        };
        if (status[list] is not JsonArray statuses)
        {
            status[list] = statuses = [];
        }

        var found = statuses.OfType<JsonObject>().FirstOrDefault(entry => (string?)entry["name"] == slot.Name);
        if (found is null)
        {
            found = new JsonObject
            {
                ["name"] = slot.Name,
                ["state"] = Waiting(slot.Role == ContainerRole.Normal && pod["spec"]?["initContainers"] is JsonArray { Count: > 0 } ? "PodInitializing" : "ContainerCreating"),
                ["lastState"] = new JsonObject(),
                ["ready"] = false,
                ["restartCount"] = 0,
                ["image"] = slot.Image,
                ["imageID"] = "",
            };
            if (slot.Role != ContainerRole.Ephemeral)
            {
                found["started"] = false;
            }

            statuses.Add((JsonNode)found);
        }

        return found;
    }

    /// <summary>Works out phase and conditions from the states of the containers.</summary>
    public static void Summarize(JsonObject pod, DateTimeOffset now)
    {
        var status = Child(pod, "status");
        var containers = Statuses(status, "containerStatuses");
        var inits = Statuses(status, "initContainerStatuses");
        var initialized = inits.All(init => init["state"]?["terminated"]?["exitCode"]?.GetValue<int>() == 0 || (bool?)init["started"] == true);
        var allDone = containers.Count > 0 && containers.All(container => container["state"]?["terminated"] is not null);
        var restarts = (string?)pod["spec"]?["restartPolicy"] ?? "Always";
        var hasStarted = containers.Any(container => container["state"]?["running"] is not null || container["lastState"]?["terminated"] is not null || container["state"]?["terminated"] is not null);
        var succeeded = containers.All(container => container["state"]?["terminated"]?["exitCode"]?.GetValue<int>() == 0);
        var neverStarted = containers.Any(container => container["state"]?["waiting"] is not null && container["lastState"]?["terminated"] is null);
        status["phase"] = allDone && restarts != "Always" && (succeeded || restarts == "Never") ? (succeeded ? "Succeeded" : "Failed")
            : hasStarted && !neverStarted && initialized ? "Running" : "Pending";
        var completed = (string)status["phase"]! == "Succeeded";
        var ready = containers.Count > 0 && containers.All(container => (bool?)container["ready"] == true);
        var unready = string.Join(' ', containers.Where(container => (bool?)container["ready"] != true).Select(container => (string)container["name"]!));
        var message = ready || completed ? null : $"containers with unready status: [{unready}]";
        var reason = ready ? null : completed ? "PodCompleted" : "ContainersNotReady";
        Condition(status, "PodReadyToStartContainers", holds: !allDone || restarts == "Always", null, null, now);
        Condition(status, "Initialized", initialized, initialized ? null : "ContainersNotInitialized", initialized ? null : Incomplete(inits), now);
        Condition(status, "Ready", ready, reason, message, now);
        Condition(status, "ContainersReady", ready, reason, message, now);
        Condition(status, "PodScheduled", holds: true, null, null, now);
    }

    public static void Condition(JsonObject status, string type, bool holds, string? reason, string? message, DateTimeOffset now)
    {
        if (status["conditions"] is not JsonArray conditions)
        {
            status["conditions"] = conditions = [];
        }

        var found = conditions.OfType<JsonObject>().FirstOrDefault(entry => (string?)entry["type"] == type);
        if (found is null)
        {
            found = new JsonObject { ["type"] = type, ["observedGeneration"] = 1 };
            conditions.Add((JsonNode)found);
        }

        var value = holds ? "True" : "False";
        if ((string?)found["status"] != value)
        {
            found["status"] = value;
            found["lastProbeTime"] = null;
            found["lastTransitionTime"] = Timestamp(now);
        }

        foreach (var (name, text) in new[] { ("reason", reason), ("message", message) })
        {
            if (text is null)
            {
                found.Remove(name);
            }
            else
            {
                found[name] = text;
            }
        }
    }

    private static string Incomplete(List<JsonObject> inits) =>
        $"containers with incomplete status: [{string.Join(' ', inits.Where(init => init["state"]?["terminated"] is null).Select(init => (string)init["name"]!))}]";

    private static List<JsonObject> Statuses(JsonObject status, string name) => [.. (status[name] as JsonArray ?? []).OfType<JsonObject>()];

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }
}
