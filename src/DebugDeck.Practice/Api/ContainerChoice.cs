using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Tables;

namespace DebugDeck.Practice.Api;

/// <summary>Which of a pod's containers a request means.</summary>
internal static class ContainerChoice
{
    private static readonly string[] StatusLists = ["containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"];

    /// <exception cref="ApiException">There is no such container, or it was not said which of several.</exception>
    public static string Choose(JsonObject pod, string? asked)
    {
        var spec = pod["spec"];
        var name = Cells.Text(Cells.At(pod, "metadata", "name"), "");
        var regular = Names(spec, "containers");
        string[] all = [.. Names(spec, "initContainers"), .. regular, .. Names(spec, "ephemeralContainers")];
        if (!string.IsNullOrEmpty(asked))
            return all.Contains(asked) ? asked : throw ApiException.BadRequest($"container {asked} is not valid for pod {name}");
        return regular.Length == 1
            ? regular[0]
            : throw ApiException.BadRequest($"a container name must be specified for pod {name}, choose one of: [{string.Join(' ', all)}]");
    }

    public static JsonObject? StatusOf(JsonObject pod, string container)
    {
        return StatusLists
            .SelectMany(list => Cells.Items(Cells.At(pod, "status", list)))
            .FirstOrDefault(status => status["name"]?.ToString() == container);
    }

    public static bool IsRunning(JsonObject pod, string container) => Cells.At(StatusOf(pod, container), "state", "running") is not null;

    private static string[] Names(JsonNode? spec, string list) => [.. Cells.Items(spec?[list]).Select(container => Cells.Text(container["name"], ""))];
}
