using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Diagnosis.Dns.Rules;

/// <summary>What stands in the configuration and is not what it seems.</summary>
internal static class DnsConfiguration
{
    public static IEnumerable<Finding> Judge(DnsCase dns)
    {
        if (dns.Settings.HasDefaultServer)
        {
            yield return new Finding("dns.no-server", Severity.Problem, "resolv.conf names no name server", "Resolvers then ask 127.0.0.1, where hardly any container has one.") { Evidence = [new Evidence("file", "/etc/resolv.conf", "no nameserver line that can be used")] };
        }

        var lost = dns.Settings.Ignored.Where(text => text.StartsWith("line ", StringComparison.Ordinal) || text.StartsWith("search domain", StringComparison.Ordinal)).ToList();
        if (lost.Count > 0)
        {
            yield return new Finding("dns.search-cut", Severity.Problem, $"{dns.Settings.Resolver.Name} does not read all of resolv.conf", "Short names that need one of the lost search domains do not resolve, while the same names work in other images.")
            {
                Evidence = [.. lost.Select(text => new Evidence("file", "/etc/resolv.conf", text))],
                Fixes = DnsFixes.ShortSearch(dns),
            };
        }

        var options = dns.Settings.Ignored.Except(lost).ToList();
        if (options.Count > 0)
        {
            yield return new Finding("dns.ignored", Severity.Info, $"{dns.Settings.Resolver.Name} passes over some of resolv.conf", string.Join("; ", options) + ".") { Evidence = [.. options.Select(text => new Evidence("file", "/etc/resolv.conf", text))] };
        }

        if (!dns.Settings.Resolver.FallsBackToTcp)
        {
            yield return new Finding("dns.musl-no-tcp", Severity.Warning, $"{dns.Settings.Resolver.Name} cannot ask over TCP", "Answers of more than 512 bytes are cut: names with many addresses resolve to some of them, or not at all. musl has TCP since 1.2.4 (Alpine 3.18).")
            {
                Evidence = dns.Settings.Resolver.Evidence,
                Fixes = [DnsFixes.LeaveMusl],
            };
        }

        if (dns.Settings.Resolver.Kind == ResolverKind.Unknown)
        {
            yield return new Finding("dns.unknown-resolver", Severity.Info, "It could not be told which resolver the program uses", "Names are planned as glibc would ask for them; musl and Go differ in what they do after a failure.");
        }
    }
}
