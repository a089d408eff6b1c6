using DebugDeck.Core.Diagnosis.Dns.Plans;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Diagnosis.Dns.Rules;

/// <summary>What to paste.</summary>
internal static class DnsFixes
{
    public static Fix LeaveMusl { get; } = new(FixKind.Lasting, "Build on glibc instead of musl", "dockerfile", "FROM debian:13-slim\n# or, without a shell: FROM cgr.dev/chainguard/glibc-dynamic, FROM gcr.io/distroless/base-debian13");

    public static Fix TrailingDot(string name) => new(FixKind.Immediate, "End the name with a dot where it is configured: it is then asked for as it is", "text", name.TrimEnd('.') + ".");

    public static Fix FullName(string name) => new(FixKind.Immediate, "Use the full name", "text", name + ".");

    /// <summary>A dot at the end is no way out for a name that only exists with a search domain behind it.</summary>
    public static IReadOnlyList<Fix> Amplification(DnsCase dns, QueryPlan plan, PlannedName found)
    {
        if (!found.IsAsGiven && dns.Ends(plan.Given)?.V4 != DnsOutcome.Answer)
        {
            return [FullName(found.Name), .. NodeLocal(dns)];
        }

        var dots = plan.Given.TrimEnd('.').Count(c => c == '.');
        var warning = dns.Settings.Resolver.Kind == ResolverKind.Musl
            ? $"\n# musl: names with {dots} dots or more are then never looked up with the search list, so NAME.NAMESPACE.svc stops working at ndots 2, and NAME.NAMESPACE at 1"
            : "";
        return [TrailingDot(plan.Given), Option(dns, "ndots", Math.Max(1, dots), "Ask for names with so many dots as they are first" + (warning.Length > 0 ? " (mind the warning)" : ""), warning), .. NodeLocal(dns)];
    }

    public static IReadOnlyList<Fix> MuslSearch(DnsCase dns, string name) => [FullName(name), Option(dns, "ndots", 5, "Put ndots back to what Kubernetes sets", ""), LeaveMusl];

    public static IReadOnlyList<Fix> ShortSearch(DnsCase dns) => dns.Settings.Resolver.Kind == ResolverKind.Musl
        ? [new Fix(FixKind.Immediate, "Use full names, or shorten the search list of the pod", "yaml", "spec:\n  template:\n    spec:\n      dnsPolicy: None\n      dnsConfig:\n        nameservers: [" + dns.Server + "]\n        searches: [" + string.Join(", ", dns.File.Search.Take(3)) + "]"), LeaveMusl]
        : [new Fix(FixKind.Lasting, "Take a base image with glibc 2.26 or later", "dockerfile", "FROM debian:13-slim")];

    public static IReadOnlyList<Fix> Loss(DnsCase dns) =>
    [
        .. dns.Settings.Resolver.Kind == ResolverKind.Glibc ? [Option(dns, "single-request-reopen", null, "Send the two questions from different ports (glibc only)", "")] : Array.Empty<Fix>(),
        .. NodeLocal(dns),
        .. dns.Settings.Resolver.Kind == ResolverKind.Musl ? [LeaveMusl] : Array.Empty<Fix>(),
    ];

    public static IReadOnlyList<Fix> SlowServer(DnsCase dns) => dns.IsKubernetes
        ? [new Fix(FixKind.Immediate, "See what CoreDNS says about the name, and where it forwards to", "shell", "kubectl -n kube-system logs -l k8s-app=kube-dns --tail=100\nkubectl -n kube-system get configmap coredns -o yaml"), .. NodeLocal(dns)]
        : [new Fix(FixKind.Immediate, "Give a new container another name server", "shell", "docker run --dns ADDRESS …")];

    public static IReadOnlyList<Fix> NoSuchName(DnsCase dns, string? near) => dns.IsKubernetes
        ? [new Fix(FixKind.Immediate, near is null ? "Look for the Service" : $"Correct the name: {near}", "shell", near is null ? "kubectl get services -A" : $"kubectl -n {dns.Cluster!.Namespace} get service {near}")]
        : [new Fix(FixKind.Immediate, "Containers find each other by name only on a network of their own", "shell", "docker network create app && docker network connect app CONTAINER")];

    public static IReadOnlyList<Fix> NoAddress(DnsCase dns, QueryPlan plan) => dns.IsKubernetes
        ? [new Fix(FixKind.Immediate, "See which pods stand behind the Service", "shell", $"kubectl get endpointslices -l kubernetes.io/service-name={plan.Given.Split('.')[0]}")]
        : [];

    public static IReadOnlyList<Fix> Reach(DnsCase dns) => dns.IsKubernetes ? [.. Policy(dns), .. SlowServer(dns).Take(1)] : SlowServer(dns);

    public static IReadOnlyList<Fix> Policy(DnsCase dns) => !dns.IsKubernetes ? [] :
    [
        new Fix(FixKind.Immediate, "Allow DNS, UDP and TCP, to the cluster's DNS and the node-local cache", "yaml",
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: allow-dns
            spec:
              podSelector: {}
              policyTypes: [Egress]
              egress:
                - to:
                    - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                      podSelector: {matchLabels: {k8s-app: kube-dns}}
                    - ipBlock: {cidr: 169.254.20.10/32}
                  ports:
                    - {protocol: UDP, port: 53}
                    - {protocol: TCP, port: 53}
            """),
    ];

    private static IEnumerable<Fix> NodeLocal(DnsCase dns) => dns.IsKubernetes && !dns.Settings.Servers.Contains("169.254.20.10")
        ? [new Fix(FixKind.Lasting, "Run the node-local cache: no conntrack on the way to it, TCP behind it", "text", "https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/")]
        : [];

    private static Fix Option(DnsCase dns, string name, int? value, string title, string comment) => dns.IsKubernetes
        ? new Fix(FixKind.Immediate, title, "yaml", $"spec:\n  template:\n    spec:\n      dnsConfig:\n        options:\n          - name: {name}{(value is null ? "" : $"\n            value: \"{value}\"")}{comment}")
        : new Fix(FixKind.Immediate, title, "shell", $"docker run --dns-option {name}{(value is null ? "" : $":{value}")} …{comment}");
}
