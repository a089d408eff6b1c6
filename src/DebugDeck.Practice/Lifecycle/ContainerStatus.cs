using System.Text.Json.Nodes;
using DebugDeck.Practice.Worlds;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>What the status of a container says once it has started.</summary>
internal static class ContainerStatus
{
    public static void Started(JsonObject status, ContainerSlot slot, ContainerRun run, ImageDefinition image)
    {
        Identify(status, slot, image, run.Id);
        if (status["state"]?["terminated"] is { } terminated)
        {
            status["lastState"] = new JsonObject { ["terminated"] = terminated.DeepClone() };
        }

        status["state"] = PodStatus.Running(run);
        status["restartCount"] = slot.Restarts;
        var who = run.Process.Credentials;
        status["user"] = new JsonObject
        {
            ["linux"] = new JsonObject
            {
                ["uid"] = who.Uid,
                ["gid"] = who.Gid,
                ["supplementalGroups"] = new JsonArray([.. who.Groups.Select(group => (JsonNode)group)]),
            },
        };
        if (slot.Role != ContainerRole.Ephemeral)
        {
            status["started"] = true;
            status["ready"] = slot.Role == ContainerRole.Normal || slot.IsSidecar;
        }
    }

    /// <summary>The image that was found, and the container's id.</summary>
    public static void Identify(JsonObject status, ContainerSlot slot, ImageDefinition image, string id)
    {
        status["image"] = ImageStore.Normalize(slot.Image);
        status["imageID"] = image.Digest;
        status["containerID"] = "containerd://" + id;
        status["resources"] = new JsonObject();
    }
}
