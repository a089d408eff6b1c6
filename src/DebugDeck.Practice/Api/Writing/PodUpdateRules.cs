using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Tables;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Writing;

/// <summary>What may change in a pod that exists: next to nothing. Ephemeral containers have a path of their own.</summary>
internal static class PodUpdateRules
{
    private const string Why =
        "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
        + "`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

    private static readonly string[] Changeable = ["activeDeadlineSeconds", "tolerations", "terminationGracePeriodSeconds"];

    public static void Check(string name, JsonObject current, JsonObject wanted)
    {
        if (!JsonNode.DeepEquals(Fixed(current), Fixed(wanted)))
            throw ApiException.Invalid(ResourceCatalog.Pods, name, [FieldError.Forbidden("spec", Why + "\n")]);
    }

    /// <summary>The spec without what may change.</summary>
    private static JsonObject Fixed(JsonObject pod)
    {
        var spec = pod["spec"]?.DeepClone().AsObject() ?? [];
        foreach (var field in Changeable)
            spec.Remove(field);
        foreach (var container in Cells.Items(spec["containers"]).Concat(Cells.Items(spec["initContainers"])))
            container.Remove("image");
        return spec;
    }
}
