using System.Net;
using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Diagnosis.Dns.Rules;

/// <summary>NetworkPolicies that keep a pod from its name servers. Policies add up: what one of them allows is allowed.</summary>
internal static class DnsPolicies
{
    public static IEnumerable<Finding> Judge(DnsCase dns)
    {
        if (dns.Cluster?.Policies?.Where(policy => policy.HasEgress).ToList() is not { Count: > 0 } policies)
        {
            yield break;
        }

        var server = dns.Server;
        var udp = Allows(dns.Cluster, policies, server, "UDP");
        var tcp = Allows(dns.Cluster, policies, server, "TCP");
        if (udp is null || tcp is null || (udp.Value && tcp.Value))
        {
            yield break;
        }

        var names = string.Join(", ", policies.Select(policy => policy.Name));
        var evidence = policies.Select(policy => new Evidence("cluster", $"networkpolicy {policy.Name}", $"selects {(policy.Selector.Length == 0 ? "all pods" : policy.Selector)}, {policy.Egress.Count} rules for what goes out"));
        var cache = IsLinkLocal(server) && dns.Cluster.DnsService is { } service && service.ClusterIps.Any(address => Allows(dns.Cluster, policies, address, "UDP") == true)
            ? " They allow the cluster's DNS Service, and this pod asks the node-local cache, which is another address."
            : "";
        yield return udp.Value
            ? new Finding("dns.policy-tcp", Severity.Warning, $"Network policies allow DNS over UDP only ({names})", "Answers that do not fit into a datagram are asked for again over TCP, and will not arrive.") { Evidence = [.. evidence], Fixes = DnsFixes.Policy(dns) }
            : new Finding("dns.policy", Severity.Problem, $"Network policies keep the pod from its name server {server} ({names})", $"Nothing that they allow to go out covers port 53 of {server}.{cache}") { Evidence = [.. evidence], Fixes = DnsFixes.Policy(dns) };
    }

    /// <summary>Whether any of the policies lets a pod reach port 53 of an address; null where what they select cannot be told.</summary>
    internal static bool? Allows(ClusterFacts cluster, IReadOnlyList<NetworkPolicyFact> policies, string address, string protocol)
    {
        var isUnknown = false;
        foreach (var rule in policies.SelectMany(policy => policy.Egress).Where(rule => HasPort(rule, protocol)))
        {
            if (rule.Peers.Count == 0)
            {
                return true;
            }

            foreach (var peer in rule.Peers)
            {
                switch (Covers(cluster, peer, address))
                {
                    case true:
                        return true;
                    case null:
                        isUnknown = true;
                        break;
                }
            }
        }

        return isUnknown ? null : false;
    }

    private static bool HasPort(PolicyRuleFact rule, string protocol) => rule.Ports.Count == 0 || rule.Ports.Any(port =>
        port.Protocol == protocol && (port.Port is null or "53" or "dns" or "dns-tcp"
            || (int.TryParse(port.Port, out var first) && first <= 53 && port.EndPort >= 53)));

    // Selectors choose pods, and a policy is applied behind the Service's address: so a peer that selects the DNS pods covers the Service as well.
    private static bool? Covers(ClusterFacts cluster, PolicyPeerFact peer, string address)
    {
        if (peer.Cidr is { } cidr)
        {
            return IPNetwork.TryParse(cidr, out var network) && IPAddress.TryParse(address, out var parsed) && network.Contains(parsed)
                && !peer.Except.Any(except => IPNetwork.TryParse(except, out var hole) && hole.Contains(parsed));
        }

        var isService = cluster.DnsService?.ClusterIps.Contains(address) == true || cluster.DnsPods?.Any(pod => pod.Address == address) == true;
        if (!isService)
        {
            return IsLinkLocal(address) ? false : cluster.DnsService is null ? null : false;
        }

        if (peer.NamespaceSelector is { Length: > 0 } namespaces)
        {
            if (!cluster.NamespaceLabels.TryGetValue("kube-system", out var labels))
            {
                labels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = "kube-system" };
                if (!LabelSelector.Parse(namespaces).Matches(labels))
                {
                    return null;
                }
            }
            else if (!LabelSelector.Parse(namespaces).Matches(labels))
            {
                return false;
            }
        }
        else if (peer.NamespaceSelector is null && cluster.Namespace != "kube-system")
        {
            return false;
        }

        return peer.PodSelector is not { Length: > 0 } pods || LabelSelector.Parse(pods).Matches(cluster.DnsPods is [var pod, ..] ? pod.Labels : new Dictionary<string, string> { ["k8s-app"] = "kube-dns" });
    }

    private static bool IsLinkLocal(string address) => address.StartsWith("169.254.", StringComparison.Ordinal);
}
