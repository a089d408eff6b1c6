using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Inventory;
using DebugDeck.Kubernetes.Pods;
using k8s;
using k8s.Models;

namespace DebugDeck.Kubernetes.Details;

/// <summary>Asks the API server for all it knows about one container of a pod.</summary>
internal sealed class PodDetails(KubeConnection connection)
{
    private const int MostEvents = 500;

    /// <exception cref="DebugDeckException">NotFound: the pod is gone, or another one has its name now. Unreachable.</exception>
    public async Task<TargetDetails> ReadAsync(Target target, CancellationToken cancellationToken)
    {
        var key = PodKey.Of(target);
        using var client = TypedClient.Over(connection);
        var missing = new List<string>();
        var asking = EventsAsync(client, key, cancellationToken);
        var pod = await PodAsync(client, key, missing, cancellationToken);
        var (events, refusal) = await asking;
        if (refusal is not null)
        {
            missing.Add($"events may not be read: {refusal}");
        }

        var details = pod is null ? new TargetDetails { Target = target } : DetailsMapper.Map(target, key, pod);
        return details with { Events = EventMapper.Map(events, key), Missing = [.. details.Missing, .. missing] };
    }

    private static async Task<V1Pod?> PodAsync(IKubernetes client, PodKey key, List<string> missing, CancellationToken cancellationToken)
    {
        try
        {
            var pod = await client.CoreV1.ReadNamespacedPodAsync(key.Pod, key.Namespace, cancellationToken: cancellationToken);
            return pod.Metadata.Uid == key.Uid
                ? pod
                : throw new DebugDeckException(ErrorKind.NotFound, $"the pod '{key.Pod}' is gone: another one has its name now");
        }
        catch (DebugDeckException error) when (KubeRefusal.Is(error))
        {
            // Whoever may list pods need not be allowed to read one.
            missing.Add($"the pod may not be read: {error.Message}");
            return null;
        }
    }

    private static async Task<(IList<Corev1Event> Events, string? Refusal)> EventsAsync(IKubernetes client, PodKey key, CancellationToken cancellationToken)
    {
        try
        {
            var selector = $"involvedObject.kind=Pod,involvedObject.name={key.Pod},involvedObject.uid={key.Uid}";
            var list = await client.CoreV1.ListNamespacedEventAsync(key.Namespace, fieldSelector: selector, limit: MostEvents, cancellationToken: cancellationToken);
            return (list.Items ?? [], null);
        }
        catch (DebugDeckException error) when (error.Kind is not ErrorKind.Unreachable)
        {
            return ([], error.Message);
        }
    }
}
