using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Writing.Patches;

/// <summary>
/// Merges two lists of objects by a key. What is new goes before what was there, unless the patch gives an order: that is why a
/// new ephemeral container has index 0 in messages about a raw patch, and comes last when kubectl adds it.
/// </summary>
internal static class ListMerge
{
    public static JsonArray Merge(JsonArray current, JsonArray patch, JsonArray? order, string key)
    {
        var merged = current.OfType<JsonObject>().Select(item => item.DeepClone().AsObject()).ToList();
        var serverOrder = merged.ConvertAll(item => KeyOf(item, key));
        foreach (var item in patch.OfType<JsonObject>())
        {
            var index = merged.FindIndex(existing => KeyOf(existing, key) == KeyOf(item, key));
            if (item["$patch"]?.ToString() == "delete")
            {
                if (index >= 0)
                    merged.RemoveAt(index);
            }
            else if (index >= 0)
            {
                StrategicMerge.Apply(merged[index], item);
            }
            else
            {
                // Applying to an empty object leaves the directives out.
                var added = new JsonObject();
                StrategicMerge.Apply(added, item);
                merged.Add(added);
            }
        }

        var patchOrder = (order ?? patch).OfType<JsonObject>().Select(item => KeyOf(item, key)).Distinct().ToList();
        var ordered = merged.Where(item => patchOrder.Contains(KeyOf(item, key))).OrderBy(item => patchOrder.IndexOf(KeyOf(item, key))).ToList();
        var others = merged.Where(item => !patchOrder.Contains(KeyOf(item, key))).ToList();
        return new JsonArray([.. Interleave(ordered, others, item => serverOrder.IndexOf(KeyOf(item, key)))]);
    }

    /// <summary>An item that the server did not have keeps its place before the others; of two that it had, the server's order holds.</summary>
    private static IEnumerable<JsonNode> Interleave(List<JsonObject> ordered, List<JsonObject> others, Func<JsonObject, int> serverIndex)
    {
        var i = 0;
        var j = 0;
        while (i < ordered.Count && j < others.Count)
        {
            var first = serverIndex(ordered[i]);
            yield return first >= 0 && first > serverIndex(others[j]) ? others[j++] : ordered[i++];
        }

        while (i < ordered.Count)
            yield return ordered[i++];
        while (j < others.Count)
            yield return others[j++];
    }

    private static string? KeyOf(JsonObject item, string key) => item[key]?.ToString();
}
