using DebugDeck.Core.Targets;
using static DebugDeck.Kubernetes.Pods.PodDocument;

namespace DebugDeck.Kubernetes.Pods;

/// <summary>The targets that a pod stands for: one for each of its containers, in the order they start.</summary>
internal static class PodTargets
{
    /// <summary>Debug containers of ours are named like this, since an ephemeral container carries no labels.</summary>
    public const string DebugContainerPrefix = "debugdeck-";

    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    /// <param name="pod">The pod.</param>
    /// <param name="host">The name of its host.</param>
    /// <param name="shared">What targets that are kept have in common.</param>
    public static IEnumerable<Target> From(PodDocument pod, string host, Shared shared)
    {
        var (spec, status) = (pod.Spec, pod.Status);
        foreach (var container in spec.InitContainers ?? [])
        {
            var role = container.RestartPolicy == "Always" ? ContainerRole.Sidecar : ContainerRole.Init;
            yield return Describe(pod, container, Find(status.InitContainerStatuses, container.Name), role, host, shared);
        }

        foreach (var container in spec.Containers)
        {
            yield return Describe(pod, container, Find(status.ContainerStatuses, container.Name), ContainerRole.Main, host, shared);
        }

        foreach (var container in spec.EphemeralContainers ?? [])
        {
            yield return Describe(pod, container, Find(status.EphemeralContainerStatuses, container.Name), ContainerRole.Ephemeral, host, shared);
        }
    }

    /// <summary>The digest alone, whatever the runtime writes before it (<c>docker-pullable://repo@sha256:…</c>): equal images have equal ids.</summary>
    public static string Digest(string? imageId)
    {
        var at = imageId?.LastIndexOf("sha256:", StringComparison.Ordinal) ?? -1;
        return at < 0 ? "" : imageId![at..];
    }

    // An init container is never ready while it runs, and an ephemeral one never at all: Kubernetes asks neither.
    private static ContainerHealth Health(ContainerStatus? status, ContainerRole role) =>
        status is not { State.Running: not null } || role is ContainerRole.Init or ContainerRole.Ephemeral ? ContainerHealth.None
        : status.Ready ? ContainerHealth.Healthy
        : ContainerHealth.Unhealthy;

    private static Target Describe(PodDocument pod, ContainerSpec container, ContainerStatus? status, ContainerRole role, string host, Shared shared)
    {
        var run = status?.State;
        var ended = run?.Terminated ?? status?.LastState?.Terminated;
        return new Target
        {
            Id = $"{pod.Metadata.Uid}/{container.Name}",
            Address = new TargetAddress(AddressKind.Pod, pod.Metadata.Name, container.Name),
            Host = host,
            Name = pod.Metadata.Name,
            Container = shared.Text(container.Name),
            Role = role,
            Image = shared.Text(container.Image)!,
            ImageId = shared.Text(Digest(status?.ImageID))!,
            State = PodTrouble.State(pod, run),
            Reason = PodTrouble.Reason(pod, status),
            Health = Health(status, role),
            ExitCode = ended?.ExitCode,
            Restarts = status?.RestartCount ?? 0,
            CreatedAt = pod.Metadata.CreationTimestamp,
            StartedAt = run?.Running?.StartedAt ?? Known(ended?.StartedAt),
            FinishedAt = run?.Running is null ? ended?.FinishedAt : null,
            User = shared.Text(User(pod.Spec, container, status))!,
            Project = shared.Text(pod.Metadata.Namespace),
            Node = shared.Text(pod.Spec.NodeName),
            Owner = shared.Text(Owner(pod.Metadata)),
            Tty = container.Tty ?? false,
            IsDebugContainer = role == ContainerRole.Ephemeral && container.Name.StartsWith(DebugContainerPrefix, StringComparison.Ordinal),
            Labels = pod.Metadata.Labels is { } labels ? shared.Labels(labels) : NoLabels,
        };
    }

    // A container that could not be started has "started" at the epoch (seen with containerd: reason StartError).
    private static DateTimeOffset? Known(DateTimeOffset? time) => time == DateTimeOffset.UnixEpoch ? null : time;

    // The runtime's word first; then the container's setting, then the pod's; the image's own user is not in the API.
    private static string User(PodSpec pod, ContainerSpec container, ContainerStatus? status)
    {
        if (status?.User?.Linux is { } real)
        {
            return $"{real.Uid}:{real.Gid}";
        }

        var user = container.SecurityContext?.RunAsUser ?? pod.SecurityContext?.RunAsUser;
        var group = container.SecurityContext?.RunAsGroup ?? pod.SecurityContext?.RunAsGroup;
        return user is null ? "" : group is null ? $"{user}" : $"{user}:{group}";
    }

    private static string? Owner(ObjectMetadata metadata) =>
        metadata.OwnerReferences?.FirstOrDefault(owner => owner.Controller == true) is { } owner ? $"{owner.Kind}/{owner.Name}" : null;

    private static ContainerStatus? Find(IReadOnlyList<ContainerStatus>? statuses, string name) => statuses?.FirstOrDefault(status => status.Name == name);
}
