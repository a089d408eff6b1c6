using System.Globalization;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Writes the events that the kubelet and the scheduler would write.</summary>
internal sealed class EventRecorder(IClusterState cluster, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ObjectKey> _known = [];
    private long _number = 0x18ea8dedd5ec3767;

    public void Record(JsonObject pod, string type, string reason, string message, string? container = null, string component = "kubelet")
    {
        var metadata = pod["metadata"]!;
        var inNamespace = (string)metadata["namespace"]!;
        var now = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var same = $"{metadata["uid"]}/{container}/{reason}/{message}";
        lock (_lock)
        {
            if (_known.TryGetValue(same, out var key) && cluster.Update(key, known => Count(known, now)))
            {
                return;
            }

            var name = $"{metadata["name"]}.{(_number += 7919).ToString("x", CultureInfo.InvariantCulture)}";
            _known[same] = new ObjectKey("events", inNamespace, name);
            cluster.Put("events", Event(pod, name, type, reason, message, container, component, now));
        }
    }

    private static void Count(JsonObject known, string now)
    {
        known["count"] = ((int?)known["count"] ?? 1) + 1;
        known["lastTimestamp"] = now;
    }

    private static JsonObject Event(
        JsonObject pod, string name, string type, string reason, string message, string? container, string component, string now)
    {
        var metadata = pod["metadata"]!;
        var involved = new JsonObject
        {
            ["kind"] = "Pod",
            ["namespace"] = (string)metadata["namespace"]!,
            ["name"] = (string)metadata["name"]!,
            ["uid"] = (string?)metadata["uid"],
            ["apiVersion"] = "v1",
        };
        if (container is not null)
        {
            involved["fieldPath"] = container;
        }

        return new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = (string)metadata["namespace"]! },
            ["involvedObject"] = involved,
            ["reason"] = reason,
            ["message"] = message,
            ["source"] = component == "kubelet" ? new JsonObject { ["component"] = component, ["host"] = PodLife.Node } : new JsonObject { ["component"] = component },
            ["firstTimestamp"] = now,
            ["lastTimestamp"] = now,
            ["count"] = 1,
            ["type"] = type,
            ["eventTime"] = null,
            ["reportingComponent"] = component,
            ["reportingInstance"] = component == "kubelet" ? PodLife.Node : "",
        };
    }
}
