using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Tables;

namespace DebugDeck.Practice.Admission;

/// <summary>The checks of the restricted level: privileges must be given up in so many words.</summary>
internal static class RestrictedChecks
{
    private static readonly string[] AllowedVolumes =
        ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"];

    /// <summary>The baseline checks that a stricter one here covers.</summary>
    public static IReadOnlyList<string> Replaced { get; } = ["capabilities_baseline", "hostPathVolumes", "seccompProfile_baseline"];

    public static IReadOnlyList<PodSecurityCheck> All { get; } =
    [
        new("allowPrivilegeEscalation", PrivilegeEscalation),
        new("capabilities_restricted", Capabilities),
        new("restrictedVolumes", Volumes),
        new("runAsNonRoot", RunAsNonRoot),
        new("runAsUser", RunAsUser),
        new("seccompProfile_restricted", Seccomp),
    ];

    private static string? PrivilegeEscalation(PodUnderReview pod)
    {
        return pod.Name(context => !PodUnderReview.IsFalse(context?["allowPrivilegeEscalation"])) is { } who
            ? $"allowPrivilegeEscalation != false ({who} must set securityContext.allowPrivilegeEscalation=false)" : null;
    }

    private static string? Capabilities(PodUnderReview pod)
    {
        var keeping = pod.Name(context => context?["capabilities"]?["drop"] is not JsonArray drop || !drop.Any(name => name?.ToString() == "ALL"));
        var details = new[]
        {
            keeping is null ? null : $"{keeping} must set securityContext.capabilities.drop=[\"ALL\"]",
            BaselineChecks.Capabilities(pod, ["NET_BIND_SERVICE"]),
        };
        var found = string.Join("; ", details.OfType<string>());
        return found.Length == 0 ? null : $"unrestricted capabilities ({found})";
    }

    private static string? Volumes(PodUnderReview pod)
    {
        var bad = pod.Volumes.Where(volume => !AllowedVolumes.Any(volume.ContainsKey)).ToList();
        var types = bad.SelectMany(volume => volume.Select(member => member.Key)).Where(name => name != "name").Distinct().Order(StringComparer.Ordinal).ToList();
        return PodUnderReview.Name("volume", bad) is { } which
            ? $"restricted volume types ({which} {(bad.Count == 1 ? "uses" : "use")} restricted volume type{(types.Count == 1 ? "" : "s")} {PodUnderReview.Quote(types)})"
            : null;
    }

    private static string? RunAsNonRoot(PodUnderReview pod)
    {
        static bool Refuses(JsonNode? context) => PodUnderReview.IsFalse(context?["runAsNonRoot"]);
        var podSays = PodUnderReview.IsTrue(pod.SecurityContext?["runAsNonRoot"]);
        if (BaselineChecks.PodAndContainers(Refuses(pod.SecurityContext), pod.Name(Refuses)) is { } refusing)
            return $"runAsNonRoot != true ({refusing} must not set securityContext.runAsNonRoot=false)";
        return !podSays && pod.Name(context => !PodUnderReview.IsTrue(context?["runAsNonRoot"])) is { } silent
            ? $"runAsNonRoot != true (pod or {silent} must set securityContext.runAsNonRoot=true)" : null;
    }

    private static string? RunAsUser(PodUnderReview pod)
    {
        static bool IsRoot(JsonNode? context) => context?["runAsUser"]?.ToString() == "0";
        return BaselineChecks.PodAndContainers(IsRoot(pod.SecurityContext), pod.Name(IsRoot)) is { } who ? $"runAsUser=0 ({who} must not set runAsUser=0)" : null;
    }

    private static string? Seccomp(PodUnderReview pod)
    {
        static string Type(JsonNode? context) => Cells.Text(Cells.At(context, "seccompProfile", "type"), "");
        if (BaselineChecks.Unconfined(pod, "seccompProfile") is { } off)
            return $"seccompProfile ({off} must not set securityContext.seccompProfile.type to \"Unconfined\")";
        var podSays = Type(pod.SecurityContext).Length > 0;
        return !podSays && pod.Name(context => Type(context).Length == 0) is { } silent
            ? $"seccompProfile (pod or {silent} must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")" : null;
    }
}
