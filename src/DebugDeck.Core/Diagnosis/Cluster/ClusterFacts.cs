namespace DebugDeck.Core.Diagnosis.Cluster;

/// <summary>What surrounds a pod, as far as the user may read it.</summary>
public sealed record ClusterFacts
{
    public required string Namespace { get; init; }

    /// <summary>The labels of the target's pod, which policies and Services select by.</summary>
    public IReadOnlyDictionary<string, string> PodLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>Services of the namespace; null if they may not be read.</summary>
    public IReadOnlyList<ServiceFact>? Services { get; init; }

    /// <summary>The Service of the cluster's DNS (<c>kube-system/kube-dns</c>) with its end points; null if there is none or it may not be read.</summary>
    public ServiceFact? DnsService { get; init; }

    /// <summary>The pods behind it (<c>k8s-app=kube-dns</c>); null if they may not be read.</summary>
    public IReadOnlyList<ClusterPodFact>? DnsPods { get; init; }

    /// <summary>The pods of the node-local cache (<c>k8s-app=node-local-dns</c>) on all nodes; null if they may not be read.</summary>
    public IReadOnlyList<ClusterPodFact>? NodeLocalDnsPods { get; init; }

    /// <summary>CoreDNS' configuration (<c>configmap kube-system/coredns</c>, <c>Corefile</c>); null if there is none or it may not be read.</summary>
    public string? Corefile { get; init; }

    /// <summary>The policies of the namespace that select the target's pod; null if they may not be read.</summary>
    public IReadOnlyList<NetworkPolicyFact>? Policies { get; init; }

    /// <summary>The labels of namespaces that policies' peers may select (the target's and <c>kube-system</c>), where they may be read.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> NamespaceLabels { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>What could not be read and why, one sentence each.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
