using DebugDeck.Core.Diagnosis.Cluster;
using k8s.Models;

namespace DebugDeck.Kubernetes.Cluster;

/// <summary>Services and pods as the rules want them.</summary>
internal static class ClusterMapper
{
    /// <param name="service">The Service.</param>
    /// <param name="slices">Its end points; null if they were not read.</param>
    public static ServiceFact Service(V1Service service, IList<V1EndpointSlice>? slices)
    {
        var ends = slices?.SelectMany(slice => slice.Endpoints ?? []).ToList();
        return new ServiceFact
        {
            Name = service.Metadata.Name,
            Namespace = service.Metadata.NamespaceProperty,
            Type = service.Spec.Type ?? "ClusterIP",
            ClusterIps = [.. (service.Spec.ClusterIPs is { Count: > 0 } all ? all : [service.Spec.ClusterIP ?? ""]).Where(address => address is not ("" or "None"))],
            ExternalName = service.Spec.ExternalName,
            Ports = [.. (service.Spec.Ports ?? []).Select(port => new ServicePortFact(port.Name, port.Protocol ?? "TCP", port.Port, port.TargetPort?.Value ?? ""))],
            ReadyAddresses = ends?.Where(IsReady).SelectMany(end => end.Addresses ?? []).Distinct().ToList(),
            UnreadyAddresses = ends?.Where(end => !IsReady(end)).SelectMany(end => end.Addresses ?? []).Distinct().ToList(),
        };
    }

    public static ClusterPodFact Pod(V1Pod pod)
    {
        var statuses = pod.Status?.ContainerStatuses ?? [];
        return new ClusterPodFact(
            pod.Metadata.Name,
            pod.Spec?.NodeName,
            pod.Status?.PodIP,
            pod.Status?.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) == true,
            pod.Status?.Phase ?? "Unknown",
            statuses.Sum(status => status.RestartCount),
            statuses.Select(status => status.State?.Waiting?.Reason).FirstOrDefault(reason => reason is not null),
            ClusterReader.Labels(pod.Metadata));
    }

    // Not told means ready (EndpointConditions of discovery.k8s.io/v1).
    private static bool IsReady(V1Endpoint end) => end.Conditions?.Ready ?? true;
}
