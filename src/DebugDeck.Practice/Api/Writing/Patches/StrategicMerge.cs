using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Writing.Patches;

/// <summary>
/// Kubernetes' own patch, in which lists of things with a name are merged by that name. Directives start with a dollar sign.
/// </summary>
internal static class StrategicMerge
{
    private const string Directive = "$patch";
    private const string OrderPrefix = "$setElementOrder/";
    private const string DeletePrefix = "$deleteFromPrimitiveList/";

    public static void Apply(JsonObject target, JsonObject patch)
    {
        if (patch[Directive]?.ToString() == "replace")
            target.Clear();
        if (patch["$retainKeys"] is JsonArray retained)
            RetainOnly(target, [.. retained.Select(name => name!.ToString())]);
        foreach (var (name, value) in patch)
        {
            if (name.StartsWith(DeletePrefix, StringComparison.Ordinal))
                DeletePrimitives(target, name[DeletePrefix.Length..], value as JsonArray ?? []);
            else if (name.StartsWith(OrderPrefix, StringComparison.Ordinal))
                ApplyList(target, name[OrderPrefix.Length..], patch);
            else if (!name.StartsWith('$'))
                ApplyMember(target, name, value, patch);
        }
    }

    private static void ApplyMember(JsonObject target, string name, JsonNode? value, JsonObject patch)
    {
        switch (value)
        {
            case null:
                target.Remove(name);
                break;
            case JsonObject members when members[Directive]?.ToString() == "delete":
                target.Remove(name);
                break;
            case JsonObject members:
                if (target[name] is not JsonObject inner)
                    target[name] = inner = [];
                Apply(inner, members);
                break;
            case JsonArray items when items.FirstOrDefault() is JsonObject first && first[Directive]?.ToString() == "replace":
                target[name] = new JsonArray([.. items.Skip(1).Select(item => item?.DeepClone())]);
                break;
            case JsonArray items when MergeKeys.Of(name, items) is not null || MergeKeys.IsPrimitiveSet(name):
                ApplyList(target, name, patch);
                break;
            default:
                target[name] = value.DeepClone();
                break;
        }
    }

    /// <summary>Merges a list, once, whether the patch holds items for it, an order, or both.</summary>
    private static void ApplyList(JsonObject target, string name, JsonObject patch)
    {
        var items = patch[name] as JsonArray;
        var order = patch[OrderPrefix + name] as JsonArray;
        if (MergeKeys.IsPrimitiveSet(name))
        {
            target[name] = MergePrimitives(target[name] as JsonArray ?? [], items ?? []);
            return;
        }

        var current = target[name] as JsonArray ?? [];
        if (MergeKeys.Of(name, [.. (items ?? order ?? []).Concat(current).Select(item => item?.DeepClone())]) is { } key)
            target[name] = ListMerge.Merge(current, items ?? [], order, key);
    }

    private static JsonArray MergePrimitives(JsonArray current, JsonArray added)
    {
        var values = current.Select(value => value!.ToString()).Union(added.Select(value => value!.ToString()));
        return new JsonArray([.. values.Select(value => (JsonNode)value)]);
    }

    private static void DeletePrimitives(JsonObject target, string name, JsonArray removed)
    {
        if (target[name] is not JsonArray current)
            return;
        var gone = removed.Select(value => value?.ToString()).ToHashSet();
        target[name] = new JsonArray([.. current.Where(value => !gone.Contains(value?.ToString())).Select(value => value?.DeepClone())]);
    }

    private static void RetainOnly(JsonObject target, HashSet<string> names)
    {
        foreach (var name in target.Select(member => member.Key).Where(name => !names.Contains(name)).ToList())
            target.Remove(name);
    }
}
