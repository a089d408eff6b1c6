using System.Text.Json.Nodes;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Api.Tables;

namespace DebugDeck.Practice.Logs;

/// <summary>Whether a container has a log at all, judged by its status as the kubelet does.</summary>
internal static class LogAvailability
{
    /// <exception cref="ApiException">There is nothing to read, and why.</exception>
    public static void Check(JsonObject pod, string container, bool previous)
    {
        var name = Cells.Text(Cells.At(pod, "metadata", "name"), "");
        var status = ContainerChoice.StatusOf(pod, container)
            ?? throw ApiException.BadRequest($"container \"{container}\" in pod \"{name}\" is not available");
        if (previous)
        {
            if (Cells.At(status, "lastState", "terminated") is null)
                throw ApiException.BadRequest($"previous terminated container \"{container}\" in pod \"{name}\" not found");
            return;
        }

        // Between two runs it is the log of the last one that can be read.
        if (Cells.At(status, "state", "waiting") is not { } waiting || Cells.At(status, "lastState", "terminated") is not null)
            return;
        var reason = Cells.Text(waiting["reason"], "") switch
        {
            "ErrImagePull" => "image can't be pulled",
            "ImagePullBackOff" => "trying and failing to pull image",
            var other => other,
        };
        throw ApiException.BadRequest($"container \"{container}\" in pod \"{name}\" is waiting to start: {reason}");
    }

    /// <summary>The id of the run whose log was asked for.</summary>
    public static string ContainerId(JsonObject pod, string container, bool previous)
    {
        var status = ContainerChoice.StatusOf(pod, container);
        return Cells.Text(previous ? Cells.At(status, "lastState", "terminated", "containerID") : status?["containerID"], "containerd://");
    }
}
