using System.Text.Json.Nodes;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api;

/// <summary>How discovery describes one kind, in its older form and in the aggregated one.</summary>
internal static class DiscoveryEntries
{
    public static IEnumerable<JsonNode> Of(ResourceKind kind)
    {
        var entry = new JsonObject
        {
            ["name"] = kind.Plural,
            ["singularName"] = kind.Singular,
            ["namespaced"] = kind.Namespaced,
            ["kind"] = kind.Kind,
            ["verbs"] = Array(kind.Verbs),
        };
        if (kind.ShortNames.Count > 0)
            entry["shortNames"] = Array(kind.ShortNames);
        if (kind.Categories.Count > 0)
            entry["categories"] = Array(kind.Categories);
        yield return entry;
        foreach (var part in kind.Subresources)
        {
            yield return new JsonObject
            {
                ["name"] = $"{kind.Plural}/{part.Name}",
                ["singularName"] = "",
                ["namespaced"] = kind.Namespaced,
                ["kind"] = part.Kind,
                ["verbs"] = Array(part.Verbs),
            };
        }
    }

    public static JsonNode Aggregated(IGrouping<string, ResourceKind> group)
    {
        var metadata = group.Key.Length == 0 ? new JsonObject() : new JsonObject { ["name"] = group.Key };
        var version = new JsonObject
        {
            ["version"] = "v1",
            ["resources"] = new JsonArray([.. group.Select(AggregatedResource)]),
            ["freshness"] = "Current",
        };
        return new JsonObject { ["metadata"] = metadata, ["versions"] = new JsonArray(version) };
    }

    private static JsonNode AggregatedResource(ResourceKind kind)
    {
        var entry = new JsonObject
        {
            ["resource"] = kind.Plural,
            ["responseKind"] = ResponseKind(kind.Group, kind.Kind),
            ["scope"] = kind.Namespaced ? "Namespaced" : "Cluster",
            ["singularResource"] = kind.Singular,
            ["verbs"] = Array(kind.Verbs),
        };
        if (kind.ShortNames.Count > 0)
            entry["shortNames"] = Array(kind.ShortNames);
        if (kind.Categories.Count > 0)
            entry["categories"] = Array(kind.Categories);
        if (kind.Subresources.Count > 0)
        {
            entry["subresources"] = new JsonArray([.. kind.Subresources.Select(part => (JsonNode)new JsonObject
            {
                ["subresource"] = part.Name,
                ["responseKind"] = ResponseKind(kind.Group, part.Kind),
                ["verbs"] = Array(part.Verbs),
            })]);
        }

        return entry;
    }

    private static JsonObject ResponseKind(string group, string kind) => new() { ["group"] = group, ["version"] = "v1", ["kind"] = kind };

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
