using DebugDeck.Core.Targets.Details;
using DebugDeck.Kubernetes.Pods;
using k8s.Models;

namespace DebugDeck.Kubernetes.Details;

/// <summary>The events of a pod that concern one of its containers, or the pod as a whole.</summary>
internal static class EventMapper
{
    public static IReadOnlyList<EventFact> Map(IEnumerable<Corev1Event> events, PodKey key) =>
    [
        .. events
            .Where(one => Concerns(one.InvolvedObject?.FieldPath, key.Container))
            .Select(one => new EventFact(Seen(one), one.Type == "Warning", one.Reason ?? "", one.Message?.Trim() ?? "", one.Count ?? one.Series?.Count ?? 1))
            .OrderByDescending(one => one.At),
    ];

    // spec.containers{app}, spec.initContainers{setup}; none for what concerns the whole pod.
    private static bool Concerns(string? path, string container) =>
        path is not { Length: > 0 } || !path.Contains('{', StringComparison.Ordinal) || path.EndsWith($"{{{container}}}", StringComparison.Ordinal);

    // Reporters of the newer API leave the old fields empty.
    private static DateTimeOffset Seen(Corev1Event one) => DetailsMapper.At(
        one.Series?.LastObservedTime ?? one.LastTimestamp ?? one.EventTime ?? one.FirstTimestamp ?? one.Metadata?.CreationTimestamp) ?? DateTimeOffset.UnixEpoch;
}
