using DebugDeck.Core.Targets;

namespace DebugDeck.Kubernetes.Pods;

/// <summary>The pod that a workload's address means: one that is not ready before one that is, and the newest of those.</summary>
internal static class WorkloadPods
{
    private const string TemplateHash = "pod-template-hash";

    /// <summary>The chosen pod of each workload that has the name; of <c>NAME</c> alone there may be several, of different kinds or namespaces.</summary>
    public static IReadOnlyList<PodDocument> Find(IEnumerable<PodDocument> pods, TargetAddress address) =>
    [
        .. pods
            .Select(pod => (Pod: pod, Workload: WorkloadOf(pod)))
            .Where(both => both.Workload is { } workload && workload.Name == address.Name && (address.Kind == AddressKind.Any || workload.Kind == address.Kind))
            .GroupBy(both => (both.Pod.Metadata.Namespace, both.Workload!.Value.Kind), both => both.Pod)
            .Select(Choose),
    ];

    /// <summary>What controls a pod, as a user names it; null if nothing that has an address does.</summary>
    public static (AddressKind Kind, string Name)? WorkloadOf(PodDocument pod) =>
        pod.Metadata.OwnerReferences?.FirstOrDefault(owner => owner.Controller == true) switch
        {
            { Kind: "StatefulSet", Name: var name } => (AddressKind.StatefulSet, name),
            { Kind: "DaemonSet", Name: var name } => (AddressKind.DaemonSet, name),
            { Kind: "Job", Name: var name } => (AddressKind.Job, name),
            { Kind: "ReplicaSet", Name: var name } when Deployment(pod, name) is { } deployment => (AddressKind.Deployment, deployment),
            _ => null,
        };

    private static PodDocument Choose(IEnumerable<PodDocument> pods) => pods
        .OrderBy(pod => pod.Metadata.DeletionTimestamp is not null)
        .ThenBy(IsReady)
        .ThenByDescending(pod => pod.Metadata.CreationTimestamp)
        .ThenBy(pod => pod.Metadata.Name, StringComparer.Ordinal)
        .First();

    private static bool IsReady(PodDocument pod) => pod.Status.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) == true;

    // A Deployment names its ReplicaSets after itself and the hash of their template, which their pods carry as a label.
    private static string? Deployment(PodDocument pod, string replicaSet) =>
        pod.Metadata.Labels?.GetValueOrDefault(TemplateHash) is { Length: > 0 } hash && replicaSet.EndsWith($"-{hash}", StringComparison.Ordinal)
            ? replicaSet[..^(hash.Length + 1)]
            : null;
}
