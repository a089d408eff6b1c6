using DebugDeck.Core.Diagnosis.Dns.Lookups;
using DebugDeck.Core.Diagnosis.Dns.Wire;

namespace DebugDeck.Core.Diagnosis.Dns.Rules;

/// <summary>The second and third server of <c>resolv.conf</c>: musl asks all of them at once and takes what comes first, the others turn to them after a failure.</summary>
internal static class DnsOtherServers
{
    public static IEnumerable<Finding> Judge(DnsCase dns)
    {
        var isFirstUp = dns.Answers(dns.Server) != false;
        foreach (var server in dns.Settings.Servers.Skip(1).Except([dns.Server]))
        {
            if (dns.Answers(server) == false && isFirstUp)
            {
                yield return new Finding(
                    "dns.next-server-down", Severity.Warning, $"The name server {server} does not answer",
                    AsksAll(dns) ? $"{dns.Settings.Resolver.Name} asks all servers at once and takes the first answer, so it does not hurt as long as another one answers." : $"{dns.Settings.Resolver.Name} asks it after {dns.Server} failed. It is of no help then, and costs {dns.Settings.Timeout.TotalSeconds:0} s.")
                {
                    Evidence = [.. Lines(dns, server, null)],
                };
            }
            else if (Difference(dns, server) is { } name)
            {
                yield return new Finding(
                    "dns.servers-disagree", AsksAll(dns) ? Severity.Problem : Severity.Warning, $"{dns.Server} and {server} do not agree about {name}",
                    AsksAll(dns)
                        ? $"{dns.Settings.Resolver.Name} asks all servers at once and takes the first answer, so the name is found or not as chance has it. All servers of resolv.conf have to know the same names."
                        : $"{dns.Settings.Resolver.Name} asks {server} only when {dns.Server} fails, and then the name ends differently. All servers of resolv.conf have to know the same names.")
                {
                    Evidence = [.. Lines(dns, dns.Server, name), .. Lines(dns, server, name)],
                };
            }
        }
    }

    /// <summary>A first server that is not reached is half as bad where another one answers.</summary>
    public static Finding Soften(DnsCase dns, Finding unreachable)
    {
        if (dns.Settings.Servers.Except([dns.Server]).FirstOrDefault(server => dns.Answers(server) == true) is not { } other)
        {
            return unreachable;
        }

        return AsksAll(dns)
            ? unreachable with { Severity = Severity.Warning, Explanation = $"{unreachable.Explanation} {other} answers, and {dns.Settings.Resolver.Name} asks all servers at once." }
            : unreachable with { Explanation = $"{unreachable.Explanation} {other} answers, and {dns.Settings.Resolver.Name} turns to it after {dns.Settings.Timeout.TotalSeconds:0} s for each name." };
    }

    private static bool AsksAll(DnsCase dns) => dns.Settings.Resolver.AsksAllServers;

    // Only what one of them answers and the other denies; records that differ may be the work of a balancer.
    private static string? Difference(DnsCase dns, string server) => (dns.Walk?.Asked.Select(asked => asked.Name) ?? dns.Plan?.Names ?? []).Select(name => name.Name).FirstOrDefault(name =>
        dns.Of(name, DnsRecordType.A) is { } first && dns.Of(name, DnsRecordType.A, server) is { } second
        && (first.Outcome, second.Outcome) is (DnsOutcome.Answer, DnsOutcome.NoSuchName) or (DnsOutcome.NoSuchName, DnsOutcome.Answer));

    private static IEnumerable<Evidence> Lines(DnsCase dns, string server, string? name) => dns.Lookups
        .Where(entry => entry.Key.Server == server && (name is null || (entry.Key.Name == name && entry.Key.Type == DnsRecordType.A && entry.Key.Transport == DnsTransport.Tcp)))
        .Take(3)
        .Select(entry => DnsEvidence.Line(entry.Key, entry.Value));
}
