using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>The part of a controller that people look at: how many of its pods are ready.</summary>
internal static class OwnerStatus
{
    /// <summary>Counts anew for whatever owns the pod, up to the Deployment behind a ReplicaSet.</summary>
    public static void Refresh(IClusterState cluster, JsonObject pod, DateTimeOffset now)
    {
        if (OwnerOf(pod) is not { } owner)
        {
            return;
        }

        var pods = cluster.List("pods", owner.Namespace).Where(other => OwnerOf(other) == owner).ToList();
        var count = new Count(pods.Count, pods.Count(IsReady), pods.Count(other => (string?)other["status"]?["phase"] == "Succeeded"));
        cluster.Update(owner, value => Write(owner.Resource, value, count, now));
        if (owner.Resource == "replicasets" && cluster.Find(owner) is { } replicaSet && OwnerOf(replicaSet) is { } deployment)
        {
            cluster.Update(deployment, value => Write(deployment.Resource, value, count, now));
        }
    }

    private static ObjectKey? OwnerOf(JsonObject value)
    {
        var metadata = value["metadata"];
        var owner = (metadata?["ownerReferences"] as JsonArray)?.FirstOrDefault(reference => (bool?)reference?["controller"] == true);
        return (string?)owner?["kind"] is { } kind
            ? new ObjectKey(kind.ToLowerInvariant() + "s", (string?)metadata?["namespace"], (string)owner!["name"]!)
            : null;
    }

    private static bool IsReady(JsonObject pod) =>
        (pod["status"]?["conditions"] as JsonArray ?? []).Any(condition => (string?)condition?["type"] == "Ready" && (string?)condition["status"] == "True");

    private static void Write(string resource, JsonObject value, Count count, DateTimeOffset now)
    {
        var status = value["status"] as JsonObject ?? [];
        value["status"] = status;
        switch (resource)
        {
            case "daemonsets":
                Set(status, count.All, "desiredNumberScheduled", "currentNumberScheduled", "updatedNumberScheduled");
                Set(status, count.Ready, "numberReady", "numberAvailable");
                break;
            case "jobs":
                WriteJob(value, status, count, now);
                break;
            default:
                Set(status, count.All, "replicas", "updatedReplicas");
                Set(status, count.Ready, "readyReplicas", "availableReplicas");
                break;
        }
    }

    private static void WriteJob(JsonObject job, JsonObject status, Count count, DateTimeOffset now)
    {
        status["startTime"] ??= (string?)job["metadata"]?["creationTimestamp"];
        status["active"] = count.All - count.Succeeded;
        status["ready"] = count.Ready;
        status["succeeded"] = count.Succeeded;
        if (count.Succeeded == count.All && status["completionTime"] is null)
        {
            var time = PodStatus.Timestamp(now);
            status["completionTime"] = time;
            status["conditions"] = new JsonArray(new JsonObject { ["type"] = "Complete", ["status"] = "True", ["lastTransitionTime"] = time });
        }
    }

    private static void Set(JsonObject status, int value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            status[name] = value;
        }
    }

    private readonly record struct Count(int All, int Ready, int Succeeded);
}
