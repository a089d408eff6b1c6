using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using static DebugDeck.Kubernetes.Planning.PodFactsReader;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>
/// A pod of one's own that is like the target's, waits instead of running its program, and is deleted at the end. Only the target's container comes along:
/// a second worker would take work from the first. The image may have no shell, and a toolbox in a container of its own could look at files only while
/// some process of the target's runs; so an init container brings a static busybox into a volume beside the target's files, and the target's own image,
/// user, environment and volumes run it.
/// </summary>
internal static class CopyPod
{
    /// <summary>Where the tools are in the copy, as in the copies of engines. A folder that no image has, so that nothing of the target's is covered.</summary>
    public const string ToolFolder = "/.debugdeck";

    /// <summary>The init container that brings the tools. It ends with <see cref="DebugScripts.NeedsLibraries"/> if the toolbox' busybox is not static.</summary>
    public const string ToolContainer = "debugdeck-tools";

    /// <summary>On every copy, with the value <c>copy</c>, and the only label there is: no Service and no ReplicaSet selects it.</summary>
    public const string Label = "debugdeck";

    /// <summary>The target's address as it can be typed again.</summary>
    public const string TargetAnnotation = "io.debugdeck.target-address";

    public const string StartedByAnnotation = "io.debugdeck.started-by";

    /// <summary>After how many seconds it ends itself.</summary>
    public const string TimeLimitAnnotation = "io.debugdeck.time-limit";

    public const string ToolboxAnnotation = "io.debugdeck.toolbox";

    // For pulling images and for init containers, before the copy's own time begins.
    private static readonly TimeSpan StartAllowance = TimeSpan.FromMinutes(10);

    // What decides where and how the target runs. Everything else is left behind: what a controller, the scheduler or admission put there, and what acts on others.
    private static readonly string[] Kept =
    [
        "serviceAccountName", "automountServiceAccountToken", "imagePullSecrets", "nodeSelector", "tolerations", "runtimeClassName", "os", "hostNetwork", "hostIPC",
        "hostUsers", "dnsPolicy", "dnsConfig", "hostAliases", "enableServiceLinks", "securityContext", "schedulerName",
    ];

    private static readonly string[] Stripped =
    [
        "livenessProbe", "readinessProbe", "startupProbe", "lifecycle", "ports", "stdin", "stdinOnce", "tty", "restartPolicy", "restartPolicyRules", "resizePolicy",
        "targetContainerName",
    ];

    /// <param name="name">The copy's name.</param>
    /// <param name="facts">The pod and the target.</param>
    /// <param name="security">The security context of the target's container in the copy.</param>
    /// <param name="toolsImage">An image with a static busybox.</param>
    /// <param name="limit">After how long it ends itself.</param>
    /// <param name="startedBy">user@machine.</param>
    public static string Write(string name, PodFacts facts, JsonObject? security, string toolsImage, TimeSpan limit, string startedBy)
    {
        var spec = Object(facts.Json["spec"]);
        var target = Target(spec, facts.Container, security, limit);
        var before = CopyInitContainers.Needed(facts);
        JsonNode[] first = [.. before.Select(Bare), Tools(facts, toolsImage, target)];
        var copy = new JsonObject
        {
            ["initContainers"] = new JsonArray(first),
            ["containers"] = new JsonArray(target),
            ["volumes"] = new JsonArray([.. Volumes(spec, [target, .. before]), new JsonObject { ["name"] = ToolContainer, ["emptyDir"] = new JsonObject() }]),
            ["restartPolicy"] = "Never",
            ["activeDeadlineSeconds"] = (long)(limit + StartAllowance).TotalSeconds,
            ["terminationGracePeriodSeconds"] = 5,
        };
        foreach (var field in Kept.Where(field => spec[field] is not null))
        {
            copy[field] = spec[field]!.DeepClone();
        }

        if (spec["affinity"]?["nodeAffinity"] is { } nodes)
        {
            copy["affinity"] = new JsonObject { ["nodeAffinity"] = nodes.DeepClone() };
        }

        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["namespace"] = facts.Namespace,
                ["labels"] = new JsonObject { [Label] = "copy" },
                ["annotations"] = new JsonObject
                {
                    [TargetAnnotation] = $"pod/{facts.Pod}/{facts.Container}",
                    [StartedByAnnotation] = startedBy,
                    [TimeLimitAnnotation] = EphemeralPatch.Seconds(limit),
                    [ToolboxAnnotation] = toolsImage,
                },
            },
            ["spec"] = copy,
        }.ToJsonString(ManifestJson.Compact);
    }

    /// <summary>The same copy with tools from another image, for a toolbox whose busybox turned out not to be static.</summary>
    public static string WithToolsImage(string manifest, string toolsImage)
    {
        var pod = Object(JsonNode.Parse(manifest));
        Items(pod["spec"]?["initContainers"]).Single(one => Text(one["name"]) == ToolContainer)["image"] = toolsImage;
        pod["metadata"]!["annotations"]![ToolboxAnnotation] = toolsImage;
        return pod.ToJsonString(ManifestJson.Compact);
    }

    private static JsonObject Target(JsonObject spec, string name, JsonObject? security, TimeSpan limit)
    {
        var own = Items(spec["containers"]).Concat(Items(spec["initContainers"])).Concat(Items(spec["ephemeralContainers"])).Single(one => Text(one["name"]) == name);
        var container = Bare(own);
        container.Remove("args");
        var script = $"PATH=$PATH:{ToolFolder}; {DebugScripts.Sleeper(limit, isFirstProcess: true)}";
        container["command"] = EphemeralPatch.Words($"{ToolFolder}/busybox", "sh", "-c", KubernetesExpansion.Escape(script));
        container.Remove("securityContext");
        if (security is not null)
        {
            container["securityContext"] = security.DeepClone();
        }

        var mounts = container["volumeMounts"] as JsonArray ?? [];
        mounts.Add((JsonNode)new JsonObject { ["name"] = ToolContainer, ["mountPath"] = ToolFolder, ["readOnly"] = true });
        container["volumeMounts"] = mounts;
        return container;
    }

    // It needs nothing: any namespace takes it, and the volume is open to everybody.
    private static JsonObject Tools(PodFacts facts, string image, JsonObject target)
    {
        var user = facts.Identity.UserId is { } known and not 0 ? known : 65532;
        var container = new JsonObject
        {
            ["name"] = ToolContainer,
            ["image"] = image,
            ["imagePullPolicy"] = "IfNotPresent",
            ["command"] = EphemeralPatch.Words(DebugScripts.InstallToolsAsAnybody(ToolFolder).Select(KubernetesExpansion.Escape)),
            ["securityContext"] = SecurityJson.Write(DebugProfiles.Restricted(user, facts.Identity.GroupId ?? user)),
            ["volumeMounts"] = new JsonArray(new JsonObject { ["name"] = ToolContainer, ["mountPath"] = ToolFolder }),
        };
        if (target["resources"] is JsonObject { Count: > 0 } resources)
        {
            // A quota may demand them; they are not added to those of the target, which runs later.
            container["resources"] = resources.DeepClone();
        }

        return container;
    }

    private static JsonObject Bare(JsonObject container)
    {
        var bare = (JsonObject)container.DeepClone();
        foreach (var field in Stripped)
        {
            bare.Remove(field);
        }

        return bare;
    }

    private static IEnumerable<JsonNode> Volumes(JsonObject spec, IEnumerable<JsonObject> containers)
    {
        var used = containers.SelectMany(one => Items(one["volumeMounts"]).Concat(Items(one["volumeDevices"]))).Select(mount => Text(mount["name"])).ToHashSet(StringComparer.Ordinal);
        return Items(spec["volumes"]).Where(volume => used.Contains(Text(volume["name"]))).Select(volume => volume.DeepClone());
    }
}
