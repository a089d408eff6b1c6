using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using static DebugDeck.Kubernetes.Planning.PodFactsReader;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Copies of the pod, for a target that does not run or keeps ending.</summary>
internal static class CopyDrafts
{
    private static readonly string[] Unpullable = ["ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName", "ImageInspectError", "RegistryUnavailable"];

    public static IReadOnlyList<DraftCandidate> For(PodFacts facts, DebugRequest request, Toolbox toolbox, string name, string context, string startedBy) =>
    [
        .. Profiles(request).Select(profile =>
        {
            var security = Merge(Own(facts), profile);
            var manifest = CopyPod.Write(name, facts, security, toolbox.Image, request.TimeLimit, startedBy);
            var blocker = Blocker(facts);
            var start = ContainerStart.Predict(SecurityJson.Read(security), facts.PodSecurity, facts.Identity, facts.RuntimeDefaults);
            return new DraftCandidate(
                new PlanCandidate
                {
                    Technique = DebugTechnique.Copy,
                    Profile = profile,
                    Security = SecurityJson.Read(security),
                    User = new TargetIdentity(start.Rights.UserId, start.Rights.GroupId, "").ToString(),
                    Sees = start.Refusal is null && blocker is null ? new Visibility(true, true, false, start.Rights.Has("NET_RAW")) : Visibility.Nothing,
                    Notes = start.Refusal is { } refusal ? [$"it would never start: {refusal}"]
                        : blocker is not null ? ["it would fare no better than the target"]
                        : profile.Length == 0 ? ["it has the target's own privileges"]
                        : [],
                },
                manifest,
                KubectlDebug.Copy(context, facts.Namespace, name, facts.Container, $"{CopyPod.ToolFolder}/sh", manifest),
                start.Refusal is null && blocker is null);
        }),
    ];

    /// <summary>Why a copy would fare no better than the target; null if it would.</summary>
    public static string? Blocker(PodFacts facts) => facts switch
    {
        _ when Unpullable.Contains(facts.WaitingReason) => $"the image of {facts.Container} cannot be had, and a copy would need the same one: {Because(facts)}",
        { WaitingReason: "CreateContainerConfigError" } => $"{facts.Container} cannot be set up, and a copy would miss the same: {Because(facts)}",
        { IsUnscheduled: true, IsOver: false } => $"{facts.Pod} has no node, and a copy would get none either; `kubectl describe pod {facts.Pod}` says why",
        _ => null,
    };

    public static IReadOnlyList<string> Warnings(PodFacts facts, Toolbox asked, Toolbox used) =>
    [
        facts switch
        {
            { IsCrashLooping: true } => $"{facts.Container} keeps ending, and would take a debug container with it: this is a copy of it that waits instead of running its program",
            { HasRun: true } => $"{facts.Container} does not run: this is a copy of it that waits instead of running its program",
            _ => $"{facts.Container} has not been started: this is a copy of it that waits instead of running its program",
        },
        .. used.Name != asked.Name
            ? [$"{asked.Name} cannot be used in a copy: only a statically linked program runs beside the files of another image, so the copy gets busybox"]
            : Array.Empty<string>(),
        .. CopyInitContainers.Needed(facts).Select(one => $"init container {Text(one["name"])} runs again in the copy: it prepares files that {facts.Container} uses"),
        .. CopyInitContainers.Unfinished(facts).Select(one => $"init container {one} has not finished and is left out: what it prepares is missing in the copy"),
        .. Claims(facts).Select(claim => $"volume claim {claim} is the target's own: what is changed in it stays changed"),
    ];

    private static IEnumerable<string> Profiles(DebugRequest request) =>
        request.Profile is DebugProfiles.Auto or "" ? ["", DebugProfiles.RestrictedName] : [request.Profile];

    private static JsonObject? Own(PodFacts facts)
    {
        var spec = Object(facts.Json["spec"]);
        return Items(spec["containers"]).Concat(Items(spec["initContainers"])).FirstOrDefault(one => Text(one["name"]) == facts.Container)?["securityContext"] as JsonObject;
    }

    // Field by field over the target's own, as kubectl merges a profile; capabilities are added to its own.
    private static JsonObject? Merge(JsonObject? own, string profile)
    {
        if (profile.Length == 0 || SecurityJson.Write(DebugProfiles.Named(profile)) is not { } added)
        {
            return own;
        }

        var merged = own?.DeepClone() as JsonObject ?? [];
        var before = Object(merged["capabilities"]?.DeepClone());
        foreach (var (field, value) in added)
        {
            merged[field] = value?.DeepClone();
        }

        if (profile is DebugProfiles.General or DebugProfiles.NetAdmin && before.Count > 0)
        {
            var more = SecurityJson.Read(added)!.AddedCapabilities;
            var had = SecurityJson.Read(new JsonObject { ["capabilities"] = before.DeepClone() })!.AddedCapabilities;
            before["add"] = EphemeralPatch.Words(had.Union(more, StringComparer.Ordinal));
            merged["capabilities"] = before;
        }

        return merged;
    }

    private static IEnumerable<string> Claims(PodFacts facts) =>
        Items(facts.Json["spec"]?["volumes"]).Select(volume => Text(volume["persistentVolumeClaim"]?["claimName"])).Where(claim => claim.Length > 0);

    private static string Because(PodFacts facts) => facts.WaitingMessage.Length > 0 ? facts.WaitingMessage : facts.WaitingReason;
}
