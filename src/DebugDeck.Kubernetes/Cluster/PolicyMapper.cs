using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Targets;
using k8s.Models;

namespace DebugDeck.Kubernetes.Cluster;

/// <summary>Network policies as the rules want them.</summary>
internal static class PolicyMapper
{
    public static bool Selects(V1NetworkPolicy policy, IReadOnlyDictionary<string, string> labels) =>
        Text(policy.Spec?.PodSelector) is not { Length: > 0 } selector || LabelSelector.Parse(selector).Matches(labels);

    public static NetworkPolicyFact Policy(V1NetworkPolicy policy) => new(
        policy.Metadata.Name,
        Text(policy.Spec?.PodSelector) ?? "",
        HasEgress(policy.Spec),
        [.. (policy.Spec?.Egress ?? []).Select(rule => new PolicyRuleFact(
            [.. (rule.To ?? []).Select(Peer)],
            [.. (rule.Ports ?? []).Select(port => new PolicyPortFact(port.Protocol ?? "TCP", port.Port?.Value, port.EndPort))]))]);

    // Without types, a policy limits what goes out only if it has rules for it.
    private static bool HasEgress(V1NetworkPolicySpec? spec) => spec?.PolicyTypes is { Count: > 0 } types ? types.Contains("Egress") : spec?.Egress is { Count: > 0 };

    private static PolicyPeerFact Peer(V1NetworkPolicyPeer peer) =>
        new(Text(peer.PodSelector), Text(peer.NamespaceSelector), peer.IpBlock?.Cidr, [.. peer.IpBlock?.Except ?? []]);

    /// <summary>A selector as <c>kubectl -l</c> takes it; null if there is none, empty if it selects all.</summary>
    internal static string? Text(V1LabelSelector? selector) => selector is null ? null : string.Join(
        ',',
        (selector.MatchLabels ?? new Dictionary<string, string>()).Select(label => $"{label.Key}={label.Value}").Order(StringComparer.Ordinal)
            .Concat((selector.MatchExpressions ?? []).Select(Term)));

    private static string Term(V1LabelSelectorRequirement term) => term.OperatorProperty switch
    {
        "In" => $"{term.Key} in ({string.Join(',', term.Values ?? [])})",
        "NotIn" => $"{term.Key} notin ({string.Join(',', term.Values ?? [])})",
        "DoesNotExist" => $"!{term.Key}",
        _ => term.Key,
    };
}
