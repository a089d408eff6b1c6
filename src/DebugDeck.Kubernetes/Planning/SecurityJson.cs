using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>A container's <c>securityContext</c>, read and written.</summary>
internal static class SecurityJson
{
    public static JsonObject? Write(DebugSecurity? security)
    {
        if (security is null)
        {
            return null;
        }

        var json = new JsonObject();
        Put(json, "allowPrivilegeEscalation", security.AllowPrivilegeEscalation);
        var capabilities = new JsonObject();
        Put(capabilities, "add", security.AddedCapabilities);
        Put(capabilities, "drop", security.DroppedCapabilities);
        if (capabilities.Count > 0)
        {
            json["capabilities"] = capabilities;
        }

        Put(json, "privileged", security.Privileged);
        Put(json, "runAsNonRoot", security.RunAsNonRoot);
        Put(json, "runAsUser", security.RunAsUser);
        Put(json, "runAsGroup", security.RunAsGroup);
        if (security.SeccompProfile is { } profile)
        {
            json["seccompProfile"] = new JsonObject { ["type"] = profile };
        }

        return json;
    }

    public static DebugSecurity? Read(JsonNode? node) => node is not JsonObject json ? null : new DebugSecurity
    {
        RunAsUser = Long(json["runAsUser"]),
        RunAsGroup = Long(json["runAsGroup"]),
        RunAsNonRoot = Flag(json["runAsNonRoot"]),
        Privileged = Flag(json["privileged"]),
        AllowPrivilegeEscalation = Flag(json["allowPrivilegeEscalation"]),
        AddedCapabilities = Words(json["capabilities"]?["add"]),
        DroppedCapabilities = Words(json["capabilities"]?["drop"]),
        SeccompProfile = json["seccompProfile"]?["type"]?.GetValue<string>(),
    };

    public static PodSecurityDefaults ReadPod(JsonNode? node) => node is not JsonObject json ? PodSecurityDefaults.None : new PodSecurityDefaults
    {
        RunAsUser = Long(json["runAsUser"]),
        RunAsGroup = Long(json["runAsGroup"]),
        RunAsNonRoot = Flag(json["runAsNonRoot"]),
        Groups =
        [
            .. json["supplementalGroups"] is JsonArray groups ? groups.Select(group => group!.GetValue<long>()) : [],
            .. Long(json["fsGroup"]) is { } own ? [own] : Array.Empty<long>(),
        ],
    };

    /// <summary>Both ask for the same.</summary>
    public static bool AreSame(DebugSecurity? one, DebugSecurity? other) => JsonNode.DeepEquals(Write(one) ?? [], Write(other) ?? []);

    private static void Put(JsonObject json, string name, bool? value)
    {
        if (value is { } set)
        {
            json[name] = set;
        }
    }

    private static void Put(JsonObject json, string name, long? value)
    {
        if (value is { } set)
        {
            json[name] = set;
        }
    }

    private static void Put(JsonObject json, string name, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            json[name] = EphemeralPatch.Words(words);
        }
    }

    private static long? Long(JsonNode? node) => node?.GetValue<long>();

    private static bool? Flag(JsonNode? node) => node?.GetValue<bool>();

    private static IReadOnlyList<string> Words(JsonNode? node) => node is JsonArray words ? [.. words.Select(word => word!.GetValue<string>())] : [];
}
