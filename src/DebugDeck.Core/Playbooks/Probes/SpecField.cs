using System.Text.Json;
using System.Text.Json.Nodes;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary>A field of a target's details by its path in JSON: <c>network.dnsPolicy</c>, <c>resources.limits.memory</c>, <c>target.state</c>.</summary>
public static class SpecField
{
    /// <summary>The value as text, lists with a line for each item; null if it is not set or there is no such field.</summary>
    public static string? Read(TargetDetails details, string path) =>
        Walk(JsonSerializer.SerializeToNode(details, GatheringJson.Default.TargetDetails), path) is { } node ? Text(node) : null;

    private static JsonNode? Walk(JsonNode? node, string path)
    {
        if (path.Length == 0 || node is null)
        {
            return node;
        }

        // Names of resources, labels and annotations have dots of their own, so the longest name that fits comes first.
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (node is JsonObject fields && fields.TryGetPropertyValue(path[..end], out var inner) && Walk(inner, path[end..].TrimStart('.')) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Text(JsonNode node) => node switch
    {
        JsonArray { Count: 0 } => null,
        JsonArray list => string.Join('\n', list.Select(item => item is null ? "" : Text(item) ?? "")),
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length > 0 ? text : null,
        _ => node.ToJsonString(GatheringJson.Default.Options),
    };
}
