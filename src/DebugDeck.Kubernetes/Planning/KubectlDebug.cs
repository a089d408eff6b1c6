using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>The kubectl command line that does what a plan says, ready to paste into any shell.</summary>
internal static class KubectlDebug
{
    private const string CustomFile = "debugdeck-custom.json";

    /// <summary>An ephemeral container. What no profile expresses goes into a file for <c>--custom</c>.</summary>
    public static string Ephemeral(string context, PodFacts facts, string name, string image, string profile, DebugSecurity? security)
    {
        var builtIn = profile == DebugProfiles.Root ? DebugProfiles.Baseline : profile;
        var custom = Difference(DebugProfiles.Named(builtIn), security);
        string[] words =
        [
            "kubectl", "--context", context, "-n", facts.Namespace, "debug", "-it", facts.Pod,
            $"--image={image}", "--image-pull-policy=IfNotPresent", $"--target={facts.Container}", "-c", name, $"--profile={builtIn}",
            .. custom is null ? Array.Empty<string>() : [$"--custom={CustomFile}"],
            "--", "sh",
        ];
        return custom is null ? ShellText.Line(words) : $"printf %s {ShellText.Quote(custom)} > {CustomFile} && {ShellText.Line(words)}";
    }

    /// <summary>A shell in the target itself.</summary>
    public static string Exec(string context, PodFacts facts, string shell) =>
        ShellText.Line(["kubectl", "--context", context, "-n", facts.Namespace, "exec", "-it", facts.Pod, "-c", facts.Container, "--", shell]);

    // printf, because the echo of some shells turns the \n inside a JSON string into a line's end.
    /// <summary>A pod of one's own, waited for, entered and deleted.</summary>
    public static string Copy(string context, string space, string pod, string container, string shell, string manifest)
    {
        var kubectl = ShellText.Line(["kubectl", "--context", context, "-n", space]);
        return $"printf %s {ShellText.Quote(manifest)} | {kubectl} create -f - && "
            + $"{kubectl} {ShellText.Line(["wait", "--for=condition=Ready", $"pod/{pod}", "--timeout=2m"])} && "
            + $"{kubectl} {ShellText.Line(["exec", "-it", pod, "-c", container, "--", shell])}; "
            + $"{kubectl} {ShellText.Line(["delete", "pod", pod])}";
    }

    // The profile is merged with the custom part field by field, so only what differs is said.
    private static string? Difference(DebugSecurity? profile, DebugSecurity? wanted)
    {
        var (one, other) = (SecurityJson.Write(profile), SecurityJson.Write(wanted) ?? []);
        foreach (var (field, value) in one ?? [])
        {
            if (JsonNode.DeepEquals(value, other[field]))
            {
                other.Remove(field);
            }
        }

        return other.Count == 0 ? null : new JsonObject { ["securityContext"] = other }.ToJsonString(ManifestJson.Compact);
    }
}
