using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;
using k8s;
using k8s.Models;

namespace DebugDeck.Kubernetes.Cluster;

/// <summary>Reads what surrounds a pod, all of it at once. What the user may not read is named and the rest goes on.</summary>
internal sealed class ClusterReader(KubeConnection connection)
{
    private const string System = "kube-system";
    private const string DnsName = "kube-dns";
    private const int Most = 500;

    public async Task<ClusterFacts> ReadAsync(Target target, CancellationToken cancellationToken)
    {
        var key = PodKey.Of(target);
        using var client = TypedClient.Over(connection);
        var missing = new List<string>();
        var core = client.CoreV1;
        var services = TryAsync(missing, "Services may not be read", async () => (await core.ListNamespacedServiceAsync(key.Namespace, limit: Most, cancellationToken: cancellationToken)).Items);
        var dns = TryAsync(missing, $"the Service {System}/{DnsName} may not be read", () => core.ReadNamespacedServiceAsync(DnsName, System, cancellationToken: cancellationToken));
        var ends = TryAsync(missing, $"end points of {System}/{DnsName} may not be read", async () =>
            (await client.DiscoveryV1.ListNamespacedEndpointSliceAsync(System, labelSelector: $"kubernetes.io/service-name={DnsName}", limit: Most, cancellationToken: cancellationToken)).Items);
        var dnsPods = TryAsync(missing, "the pods of the cluster's DNS may not be read", async () => (await core.ListNamespacedPodAsync(System, labelSelector: $"k8s-app={DnsName}", limit: Most, cancellationToken: cancellationToken)).Items);
        var localPods = TryAsync(missing, "the pods of the node-local cache may not be read", async () => (await core.ListNamespacedPodAsync(System, labelSelector: "k8s-app=node-local-dns", limit: Most, cancellationToken: cancellationToken)).Items);
        var policies = TryAsync(missing, "network policies may not be read", async () => (await client.NetworkingV1.ListNamespacedNetworkPolicyAsync(key.Namespace, limit: Most, cancellationToken: cancellationToken)).Items);
        var corefile = TryAsync(missing, "CoreDNS' configuration may not be read", () => core.ReadNamespacedConfigMapAsync("coredns", System, cancellationToken: cancellationToken));
        var pod = TryAsync(missing, "the labels of the pod may not be read", () => core.ReadNamespacedPodAsync(key.Pod, key.Namespace, cancellationToken: cancellationToken));
        var own = TryAsync(missing, null, () => core.ReadNamespaceAsync(key.Namespace, cancellationToken: cancellationToken));
        var system = TryAsync(missing, null, () => core.ReadNamespaceAsync(System, cancellationToken: cancellationToken));
        await Task.WhenAll(services, dns, ends, dnsPods, localPods, policies, corefile, pod, own, system);

        var labels = Labels((await pod)?.Metadata);
        return new ClusterFacts
        {
            Namespace = key.Namespace,
            PodLabels = labels,
            Services = (await services)?.Select(service => ClusterMapper.Service(service, null)).ToList(),
            DnsService = await dns is { } service ? ClusterMapper.Service(service, await ends) : null,
            DnsPods = (await dnsPods)?.Select(ClusterMapper.Pod).ToList(),
            NodeLocalDnsPods = (await localPods)?.Select(ClusterMapper.Pod).ToList(),
            Corefile = (await corefile)?.Data is { } data && data.TryGetValue("Corefile", out var text) ? text : null,
            Policies = await pod is null ? null : (await policies)?.Where(policy => PolicyMapper.Selects(policy, labels)).Select(PolicyMapper.Policy).ToList(),
            NamespaceLabels = new[] { await own, await system }.OfType<V1Namespace>().DistinctBy(space => space.Metadata.Name).ToDictionary(space => space.Metadata.Name, space => Labels(space.Metadata)),
            Missing = [.. missing.Order(StringComparer.Ordinal)],
        };
    }

    internal static IReadOnlyDictionary<string, string> Labels(V1ObjectMeta? metadata) =>
        metadata?.Labels is { } labels ? new Dictionary<string, string>(labels, StringComparer.Ordinal) : new Dictionary<string, string>();

    private static async Task<T?> TryAsync<T>(List<string> missing, string? what, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (DebugDeckException error) when (error.Kind is not ErrorKind.Unreachable)
        {
            // What is not there is no gap.
            if (what is not null && error.Kind != ErrorKind.NotFound)
            {
                lock (missing)
                {
                    missing.Add($"{what}: {error.Message}");
                }
            }

            return null;
        }
    }
}
