using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Writing.Patches;

/// <summary>JSON merge patch, RFC 7396: objects are merged, null removes, everything else replaces.</summary>
internal static class MergePatch
{
    public static void Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject members)
            {
                if (target[name] is not JsonObject inner)
                    target[name] = inner = [];
                Apply(inner, members);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }
}
