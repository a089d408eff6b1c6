using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Writing.Patches;

/// <summary>By which field the items of a list are told apart. The API's types carry this as <c>patchMergeKey</c>; lists not named here are replaced whole.</summary>
internal static class MergeKeys
{
    /// <summary>The key of a list by its name; null for a list that is replaced. The items tell apart what shares a name.</summary>
    public static string? Of(string list, JsonArray items) => list switch
    {
        "containers" or "initContainers" or "ephemeralContainers" or "volumes" or "env" or "imagePullSecrets" or "secrets" => "name",
        "volumeMounts" => "mountPath",
        "volumeDevices" => "devicePath",
        "hostAliases" or "podIPs" or "hostIPs" => "ip",
        "topologySpreadConstraints" => "topologyKey",
        "conditions" => "type",
        "ownerReferences" => "uid",

        // A container's ports are keyed by containerPort, those of a service by port.
        "ports" => items.OfType<JsonObject>().Any(port => port.ContainsKey("containerPort")) ? "containerPort" : "port",
        _ => null,
    };

    /// <summary>Lists of plain values that are merged as sets.</summary>
    public static bool IsPrimitiveSet(string list) => list == "finalizers";
}
