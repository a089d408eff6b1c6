using System.Globalization;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Images;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>
/// What makes a debug container known as ours on every machine: an ephemeral container has no labels, so its name and its environment say it; a copy of
/// a pod has a label and annotations. They are an interface between versions of ours; the planner writes them.
/// </summary>
internal static class SessionMarks
{
    /// <summary>Who started it: user@machine.</summary>
    public const string StartedBy = "DEBUGDECK_STARTED_BY";

    /// <summary>After how many seconds it ends itself.</summary>
    public const string TimeLimit = "DEBUGDECK_TIME_LIMIT";

    /// <summary>The name of the container it was started for; in every process of ours, and in none of a target's.</summary>
    public const string Target = "DEBUGDECK_TARGET";

    /// <summary>The label of a copy; its value is <c>copy</c>.</summary>
    public const string CopyLabel = "debugdeck";

    /// <summary>Before the annotations of a copy.</summary>
    public const string AnnotationPrefix = "io.debugdeck.";

    // What no mark says.
    private static readonly TimeSpan StandardLimit = TimeSpan.FromHours(1);

    /// <summary>The session's id: what a container or a copy is called, without what all of ours begin with.</summary>
    public static string Id(string name)
    {
        var at = name.LastIndexOf(PodTargets.DebugContainerPrefix, StringComparison.Ordinal);
        return at < 0 ? name : name[(at + PodTargets.DebugContainerPrefix.Length)..];
    }

    /// <summary>The sessions that run in a pod, or that it is.</summary>
    public static IEnumerable<PodSession> In(SessionPod pod, string host)
    {
        if (IsCopy(pod))
        {
            if (pod.Metadata.DeletionTimestamp is null && pod.Status.Phase is "Running" or "Pending")
            {
                yield return Copy(pod, host);
            }

            yield break;
        }

        foreach (var container in pod.Spec.EphemeralContainers ?? [])
        {
            if (container.Name.StartsWith(PodTargets.DebugContainerPrefix, StringComparison.Ordinal)
                && Status(pod, container.Name)?.State?.Running is { } running)
            {
                yield return Ephemeral(pod, container, running, host);
            }
        }
    }

    public static bool IsCopy(SessionPod pod) => pod.Metadata.Labels?.GetValueOrDefault(CopyLabel) == "copy";

    private static PodDocument.ContainerStatus? Status(SessionPod pod, string name) => pod.Status.EphemeralContainerStatuses?.FirstOrDefault(status => status.Name == name);

    private static PodSession Ephemeral(SessionPod pod, SessionPod.ContainerPart container, PodDocument.RunningState running, string host)
    {
        var started = running.StartedAt ?? pod.Metadata.CreationTimestamp ?? default;
        var target = new TargetAddress(AddressKind.Pod, pod.Metadata.Name, container.TargetContainerName);
        var info = new DebugSessionInfo(
            Id(container.Name), host, target.ToString(), DebugTechnique.Ephemeral, Familiar(container.Image), started, started + Limit(Variable(TimeLimit)), Variable(StartedBy) ?? "")
        {
            Namespace = pod.Metadata.Namespace,
        };
        return new PodSession(info, new PodKey(pod.Metadata.Namespace ?? "", pod.Metadata.Name, pod.Metadata.Uid, container.Name), container.TargetContainerName ?? "", container.Image);

        string? Variable(string name) => container.Env?.FirstOrDefault(variable => variable.Name == name)?.Value;
    }

    private static PodSession Copy(SessionPod pod, string host)
    {
        var started = pod.Metadata.CreationTimestamp ?? default;
        var info = new DebugSessionInfo(
            Id(pod.Metadata.Name),
            host,
            Annotation("target-address"),
            DebugTechnique.Copy,
            Familiar(Annotation("toolbox")),
            started,
            started + Limit(Annotation("time-limit")),
            Annotation("started-by"))
        {
            Namespace = pod.Metadata.Namespace,
        };
        return new PodSession(info, new PodKey(pod.Metadata.Namespace ?? "", pod.Metadata.Name, pod.Metadata.Uid, ""), "", Annotation("toolbox"));

        string Annotation(string name) => pod.Metadata.Annotations?.GetValueOrDefault(AnnotationPrefix + name) ?? "";
    }

    private static TimeSpan Limit(string? seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? TimeSpan.FromSeconds(limit) : StandardLimit;

    private static string Familiar(string image) => ImageReference.TryParse(image)?.Familiar ?? image;
}
