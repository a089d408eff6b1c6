using System.Globalization;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Scale;

/// <summary>Pods without containers behind them: scenery, to see how lists and watches hold up in a big cluster.</summary>
internal static class GeneratedPods
{
    private const int PodsPerNamespace = 1000;

    private static readonly string[] Apps = ["orders", "catalog", "search", "cart", "mail", "ledger", "stock", "login", "images", "prices"];

    public static void Fill(IClusterState cluster, int count, DateTimeOffset now)
    {
        for (var number = 0; number < count; number++)
        {
            if (number % PodsPerNamespace == 0)
                cluster.Put("namespaces", new JsonObject { ["metadata"] = new JsonObject { ["name"] = NamespaceOf(number) } });
            cluster.Put("pods", Pod(number, now));
        }
    }

    public static ObjectKey KeyOf(int number) => ObjectKey.Pod(NamespaceOf(number), NameOf(number));

    private static string NamespaceOf(int number) => string.Create(CultureInfo.InvariantCulture, $"load-{number / PodsPerNamespace:000}");

    private static string AppOf(int number) => Apps[number % Apps.Length];

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{AppOf(number)}-7c9d5f8b6-{number:x5}");

    private static JsonObject Pod(int number, DateTimeOffset now)
    {
        // One in twenty is in trouble, so that there is something to find.
        var broken = number % 20 == 13;
        var created = ObjectDefaults.Timestamp(now.AddSeconds(-number % 86_400));
        var node = $"node-{number % 50}";
        var app = AppOf(number);
        var image = $"registry.practice/{app}:1.{number % 7}";
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = NameOf(number),
                ["generateName"] = $"{app}-7c9d5f8b6-",
                ["namespace"] = NamespaceOf(number),
                ["creationTimestamp"] = created,
                ["labels"] = new JsonObject { ["app"] = app, ["pod-template-hash"] = "7c9d5f8b6" },
                ["ownerReferences"] = new JsonArray(new JsonObject
                {
                    ["apiVersion"] = "apps/v1",
                    ["kind"] = "ReplicaSet",
                    ["name"] = $"{app}-7c9d5f8b6",
                    ["uid"] = "5f0c1ab4-63f4-4f0e-9d55-0a3b8f1c7a10",
                    ["controller"] = true,
                    ["blockOwnerDeletion"] = true,
                }),
            },
            ["spec"] = new JsonObject { ["nodeName"] = node, ["containers"] = new JsonArray(Container(image)) },
            ["status"] = new JsonObject
            {
                ["phase"] = "Running",
                ["podIP"] = $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
                ["startTime"] = created,
                ["conditions"] = new JsonArray(Condition("Initialized", true, created), Condition("Ready", !broken, created), Condition("PodScheduled", true, created)),
                ["containerStatuses"] = new JsonArray(Status(image, broken, created)),
            },
        };
    }

    private static JsonObject Container(string image) => new()
    {
        ["name"] = "app",
        ["image"] = image,
        ["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["containerPort"] = 8080 }),
        ["env"] = new JsonArray(new JsonObject { ["name"] = "TZ", ["value"] = "Europe/Berlin" }),
        ["securityContext"] = new JsonObject { ["runAsNonRoot"] = true, ["allowPrivilegeEscalation"] = false },
    };

    private static JsonObject Condition(string type, bool holds, string since) => new()
    {
        ["type"] = type,
        ["status"] = holds ? "True" : "False",
        ["lastProbeTime"] = null,
        ["lastTransitionTime"] = since,
    };

    private static JsonObject Status(string image, bool broken, string since) => new()
    {
        ["name"] = "app",
        ["image"] = image,
        ["imageID"] = "registry.practice/app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["containerID"] = "containerd://60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
        ["ready"] = !broken,
        ["started"] = !broken,
        ["restartCount"] = broken ? 7 : 0,
        ["state"] = broken
            ? new JsonObject { ["waiting"] = new JsonObject { ["reason"] = "CrashLoopBackOff", ["message"] = "back-off 5m0s restarting failed container=app" } }
            : new JsonObject { ["running"] = new JsonObject { ["startedAt"] = since } },
        ["lastState"] = new JsonObject(),
    };
}
