using System.Text.Json;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Tables;

namespace DebugDeck.Practice.Admission;

/// <summary>The parts of a pod's spec that the Pod Security checks look at.</summary>
internal sealed class PodUnderReview(JsonObject spec)
{
    /// <summary>All containers in the order in which messages name them: init, normal, ephemeral.</summary>
    public IReadOnlyList<JsonObject> Containers { get; } =
        [.. Cells.Items(spec["initContainers"]), .. Cells.Items(spec["containers"]), .. Cells.Items(spec["ephemeralContainers"])];

    public JsonObject Spec { get; } = spec;

    public JsonNode? SecurityContext { get; } = spec["securityContext"];

    public IReadOnlyList<JsonObject> Volumes { get; } = [.. Cells.Items(spec["volumes"])];

    /// <summary><c>container "a"</c> or <c>containers "a", "b"</c>: those for which something holds; null if there are none.</summary>
    public string? Name(Func<JsonNode?, bool> broken)
    {
        return Name("container", Containers.Where(container => broken(container["securityContext"])));
    }

    public static string? Name(string noun, IEnumerable<JsonObject> items)
    {
        var names = items.Select(item => Cells.Text(item["name"], "")).ToList();
        return names.Count switch
        {
            0 => null,
            1 => $"{noun} \"{names[0]}\"",
            _ => $"{noun}s {Quote(names)}",
        };
    }

    public static string Quote(IEnumerable<string> values) => string.Join(", ", values.Select(value => $"\"{value}\""));

    public static bool IsTrue(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    public static bool IsFalse(JsonNode? node) => node?.GetValueKind() == JsonValueKind.False;
}
