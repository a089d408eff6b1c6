using DebugDeck.Core.Diagnosis.Dns.Lookups;

namespace DebugDeck.Core.Diagnosis.Dns.Rules;

/// <summary>Name servers that cannot be reached, and what gets lost on the way.</summary>
internal static class DnsServers
{
    private const long LongStep = 4500;

    public static IEnumerable<Finding> Judge(DnsCase dns)
    {
        // End points may be missing because nobody keeps them, or late: a server that answers, or says that it is ready, is not down.
        if (dns.Cluster?.DnsService is { ReadyAddresses.Count: 0 } service
            && dns.Cluster.DnsPods?.Any(pod => pod.IsReady) != true
            && !dns.Lookups.Values.Any(lookup => lookup.Attempts.Any(attempt => attempt.IsAnswered)))
        {
            yield return new Finding("dns.cluster-down", Severity.Problem, "No pod of the cluster's DNS is ready", $"The Service {service.Namespace}/{service.Name} has no ready end points, so nobody in the cluster can resolve names.")
            {
                Evidence = [new Evidence("cluster", $"endpoints {service.Namespace}/{service.Name}", "none is ready"), .. Pods(dns)],
                Fixes = [new Fix(FixKind.Immediate, "Look at the pods and their logs", "shell", "kubectl -n kube-system get pods -l k8s-app=kube-dns\nkubectl -n kube-system logs -l k8s-app=kube-dns --tail=50")],
            };
        }
        else if (dns.Cluster?.DnsPods?.Any(pod => !pod.IsReady) == true)
        {
            yield return new Finding("dns.cluster-degraded", Severity.Warning, "Some pods of the cluster's DNS are not ready", "The others carry all questions; when they are overloaded, questions get lost.") { Evidence = [.. Pods(dns)] };
        }

        var all = dns.Lookups.Where(entry => entry.Key.Server == dns.Server).ToList();
        var tcp = all.Where(entry => entry.Key.Transport == DnsTransport.Tcp).ToList();
        var udp = all.Where(entry => entry.Key.Transport == DnsTransport.Udp).ToList();
        if (tcp.Count > 0 && all.All(entry => entry.Value.Attempts.All(attempt => !attempt.IsAnswered)))
        {
            yield return DnsOtherServers.Soften(dns, Unreachable(dns, tcp[0].Value.Outcome)) with { Evidence = [.. all.Take(6).Select(entry => DnsEvidence.Line(entry.Key, entry.Value))], Fixes = DnsFixes.Reach(dns) };
            yield break;
        }

        if (tcp.Count > 0 && tcp.All(entry => !entry.Value.Attempts[0].IsAnswered))
        {
            yield return new Finding("dns.tcp-blocked", Severity.Warning, $"{dns.Server} answers over UDP and not over TCP", "Answers that do not fit into a datagram are asked for again over TCP, and will fail: names with many addresses, DNSSEC, long TXT records.")
            {
                Evidence = [.. tcp.Take(2).Concat(udp.Take(1)).Select(entry => DnsEvidence.Line(entry.Key, entry.Value))],
                Fixes = DnsFixes.Policy(dns),
            };
        }

        foreach (var (request, lookup) in udp.Where(entry => entry.Value.Attempts.Any(attempt => attempt.IsAnswered)))
        {
            var late = lookup.Attempts.Count(attempt => attempt.Milliseconds >= LongStep && attempt.IsAnswered);
            if (lookup.Lost + late > 0)
            {
                yield return new Finding("dns.loss", Severity.Problem, $"{lookup.Lost + late} of {lookup.Attempts.Count} questions for {request.Name} got lost on the way", $"A lost datagram costs {dns.Settings.LossStep.TotalSeconds:0.#} s before it is sent again. Usual causes: the race of two parallel questions in conntrack, an overloaded name server, or a lossy path.")
                {
                    Evidence = [.. lookup.Attempts.Select(attempt => DnsEvidence.Line(request, new DnsLookup([attempt])))],
                    Fixes = DnsFixes.Loss(dns),
                    Links = ["https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/"],
                };
            }
        }
    }

    private static Finding Unreachable(DnsCase dns, DnsOutcome outcome) => outcome switch
    {
        DnsOutcome.ConnectionRefused => new Finding("dns.server-refuses", Severity.Problem, $"Nothing listens for DNS at {dns.Server}", dns.Settings.HasDefaultServer ? "resolv.conf names no server, so the one on loopback is asked, and there is none." : "The address is reached and the port is closed: the name server does not run, or the address is wrong."),
        DnsOutcome.NoRoute => new Finding("dns.no-route", Severity.Problem, $"There is no route to the name server {dns.Server}", "The network of the container does not know how to reach that address."),
        _ => new Finding("dns.server-silent", Severity.Problem, $"The name server {dns.Server} does not answer", "Neither TCP nor UDP brings an answer: a policy or firewall drops the packets, the address is wrong, or the server is down. Every lookup waits until its time is up."),
    };

    private static IEnumerable<Evidence> Pods(DnsCase dns) =>
        dns.Cluster?.DnsPods?.Select(pod => new Evidence("cluster", $"pod {pod.Name}", $"{pod.Phase}, {(pod.IsReady ? "ready" : "not ready")}{(pod.Reason is null ? "" : $" ({pod.Reason})")}, {pod.Restarts} restarts")) ?? [];
}
