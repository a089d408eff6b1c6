using System.Text.Json.Nodes;
using DebugDeck.Practice.Lifecycle;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Worlds;

/// <summary>The one node of a practice cluster.</summary>
internal static class NodeObject
{
    public static JsonObject Make(TimeProvider clock)
    {
        var now = PodStatus.Timestamp(clock.GetUtcNow());
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = PodLife.Node,
                ["labels"] = new JsonObject
                {
                    ["kubernetes.io/hostname"] = PodLife.Node,
                    ["kubernetes.io/os"] = "linux",
                    ["kubernetes.io/arch"] = "amd64",
                    ["node-role.kubernetes.io/control-plane"] = "",
                },
            },
            ["spec"] = new JsonObject { ["podCIDR"] = "10.244.0.0/24" },
            ["status"] = new JsonObject
            {
                ["addresses"] = new JsonArray(
                    new JsonObject { ["type"] = "InternalIP", ["address"] = PodLife.NodeAddress },
                    new JsonObject { ["type"] = "Hostname", ["address"] = PodLife.Node }),
                ["capacity"] = new JsonObject { ["cpu"] = "2", ["memory"] = "8148208Ki", ["pods"] = "110" },
                ["allocatable"] = new JsonObject { ["cpu"] = "2", ["memory"] = "8045808Ki", ["pods"] = "110" },
                ["conditions"] = new JsonArray(new JsonObject
                {
                    ["type"] = "Ready",
                    ["status"] = "True",
                    ["reason"] = "KubeletReady",
                    ["message"] = "kubelet is posting ready status",
                    ["lastHeartbeatTime"] = now,
                    ["lastTransitionTime"] = now,
                }),
                ["nodeInfo"] = new JsonObject
                {
                    ["architecture"] = "amd64",
                    ["containerRuntimeVersion"] = "containerd://2.1.4",
                    ["kernelVersion"] = KernelFiles.Release,
                    ["kubeletVersion"] = "v1.36.0",
                    ["osImage"] = "Debian GNU/Linux 12 (bookworm)",
                    ["operatingSystem"] = "linux",
                },
            },
        };
    }
}
