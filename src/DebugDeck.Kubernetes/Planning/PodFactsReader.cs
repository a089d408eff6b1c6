using System.Globalization;
using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Reads a pod as the API server sends it.</summary>
internal static class PodFactsReader
{
    // A run that has outlived these is no loop: neither one that went on for minutes before it ended, nor one that is well past its start.
    private static readonly TimeSpan ShortRun = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);

    /// <exception cref="DebugDeckException">NotFound: the pod has no such container.</exception>
    public static PodFacts Read(JsonObject pod, string container, DateTimeOffset now)
    {
        var (spec, status, metadata) = (Object(pod["spec"]), Object(pod["status"]), Object(pod["metadata"]));
        var (own, role) = FindContainer(spec, container) ?? throw new DebugDeckException(
            ErrorKind.NotFound, $"pod {Text(metadata["name"])} has no container '{container}'", "`debugdeck list` shows its containers");
        var state = Status(status, container);
        var podSecurity = SecurityJson.ReadPod(spec["securityContext"]);
        var security = SecurityJson.Read(own["securityContext"]);
        var runtime = CapabilitySets.OfRuntime(AnyContainerId(status));
        var identity = Identity(state, security, podSecurity);
        var running = state["state"]?["running"] is JsonObject;
        var waiting = Object(state["state"]?["waiting"]);
        return new PodFacts
        {
            Namespace = Text(metadata["namespace"]),
            Pod = Text(metadata["name"]),
            Container = container,
            Image = Text(own["image"]),
            Role = role,
            Identity = identity,
            Rights = Rights(identity, security, podSecurity, runtime),
            Security = security,
            PodSecurity = podSecurity,
            RuntimeDefaults = runtime,
            SharesProcesses = Flag(spec["shareProcessNamespace"]),
            HostProcesses = Flag(spec["hostPID"]),
            OwnUsers = spec["hostUsers"]?.GetValue<bool>() == false,
            IsWindows = Text(spec["os"]?["name"]) == "windows" || Text(spec["nodeSelector"]?["kubernetes.io/os"]) == "windows",
            IsStatic = Object(metadata["annotations"])["kubernetes.io/config.mirror"] is not null,
            IsRunning = running,
            IsCrashLooping = Text(waiting["reason"]) == "CrashLoopBackOff" || (running && JustRestarted(state, now)),
            HasRun = running || state["state"]?["terminated"] is not null || state["lastState"]?["terminated"] is not null,
            IsOver = metadata["deletionTimestamp"] is not null || Text(status["phase"]) is "Succeeded" or "Failed",
            WaitingReason = Text(waiting["reason"]),
            WaitingMessage = Text(waiting["message"]),
            IsUnscheduled = spec["nodeName"] is null,
            Failed = [.. DebugContainers.Failed(spec, status, container)],
            Running = [.. DebugContainers.Running(spec, status, container)],
            Names = [.. Containers(spec).Select(one => Text(one.Json["name"]))],
            Json = pod,
        };
    }

    private static IEnumerable<(JsonObject Json, ContainerRole Role)> Containers(JsonObject spec) =>
    [
        .. Items(spec["containers"]).Select(one => (one, ContainerRole.Main)),
        .. Items(spec["initContainers"]).Select(one => (one, Text(one["restartPolicy"]) == "Always" ? ContainerRole.Sidecar : ContainerRole.Init)),
        .. Items(spec["ephemeralContainers"]).Select(one => (one, ContainerRole.Ephemeral)),
    ];

    private static (JsonObject Json, ContainerRole Role)? FindContainer(JsonObject spec, string name) =>
        Containers(spec).Where(one => Text(one.Json["name"]) == name).Select(one => ((JsonObject, ContainerRole)?)one).FirstOrDefault();

    private static JsonObject Status(JsonObject status, string name) =>
        ((string[])["containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"])
            .SelectMany(list => Items(status[list]))
            .FirstOrDefault(one => Text(one["name"]) == name) ?? [];

    // The runtime's word first: it has looked into the image. Then what the container asks for, then what the pod does.
    private static TargetIdentity Identity(JsonObject state, DebugSecurity? security, PodSecurityDefaults pod)
    {
        if (state["user"]?["linux"] is JsonObject real)
        {
            return new TargetIdentity(real["uid"]!.GetValue<long>(), real["gid"]!.GetValue<long>(), "status");
        }

        var source = security?.RunAsUser is not null ? "container spec" : pod.RunAsUser is not null ? "pod spec" : null;
        return source is null ? TargetIdentity.Unknown : new TargetIdentity(security?.RunAsUser ?? pod.RunAsUser, security?.RunAsGroup ?? pod.RunAsGroup, source);
    }

    private static ProcessRights Rights(TargetIdentity identity, DebugSecurity? security, PodSecurityDefaults pod, IReadOnlySet<string> runtime) =>
        ContainerStart.Predict((security ?? new DebugSecurity()) with { RunAsUser = identity.UserId, RunAsGroup = identity.GroupId }, pod, identity, runtime).Rights;

    private static string? AnyContainerId(JsonObject status) =>
        Items(status["containerStatuses"]).Select(one => Text(one["containerID"])).FirstOrDefault(id => id.Length > 0);

    private static bool JustRestarted(JsonObject state, DateTimeOffset now) =>
        state["restartCount"]?.GetValue<int>() > 0
        && Moment(state["state"]?["running"]?["startedAt"]) is { } started && now - started < Stable
        && Moment(state["lastState"]?["terminated"]?["startedAt"]) is { } before && Moment(state["lastState"]?["terminated"]?["finishedAt"]) is { } end && end - before < ShortRun;

    internal static DateTimeOffset? Moment(JsonNode? node) =>
        DateTimeOffset.TryParse(Text(node), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    internal static IEnumerable<JsonObject> Items(JsonNode? list) => list is JsonArray items ? items.OfType<JsonObject>() : [];

    internal static JsonObject Object(JsonNode? node) => node as JsonObject ?? [];

    internal static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static bool Flag(JsonNode? node) => node?.GetValue<bool>() == true;
}
