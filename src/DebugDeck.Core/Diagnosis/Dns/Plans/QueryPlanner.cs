using System.Net;
using DebugDeck.Core.Diagnosis.Dns.Configuration;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Diagnosis.Dns.Plans;

/// <summary>
/// Which names a resolver tries, in which order. Sources: glibc <c>resolv/res_query.c</c>, musl <c>src/network/lookup_name.c</c>,
/// Go <c>net/dnsclient_unix.go</c>; compared with what they really send by a test.
/// </summary>
public static class QueryPlanner
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    public static QueryPlan Plan(string given, ResolverSettings settings, HostsFile hosts, NameServiceSwitch? sources = null)
    {
        var families = settings.NoIpv6 ? AddressFamilies.V4 : AddressFamilies.Both;
        var plan = new QueryPlan { Given = given, Settings = settings, Names = [], Families = families };
        if (IPAddress.TryParse(given, out _))
        {
            return plan with { NoQuestions = "it is an address" };
        }

        if (!IsName(given))
        {
            return plan with { NoQuestions = "it cannot be a name: labels have 1 to 63 characters, and a name 253 at most" };
        }

        var usesSwitch = settings.Resolver.Kind != ResolverKind.Musl && sources is not null;
        if ((!usesSwitch || sources!.UsesFiles) && hosts.AddressesOf(given) is { Count: > 0 } addresses)
        {
            return plan with { NoQuestions = $"/etc/hosts says {string.Join(", ", addresses)}" };
        }

        if (usesSwitch && !sources!.UsesDns)
        {
            return plan with { NoQuestions = $"/etc/nsswitch.conf leaves DNS out: hosts: {string.Join(' ', sources.Sources)}" };
        }

        var questions = (families == AddressFamilies.Both ? 2 : 1) * (settings.Resolver.AsksAllServers ? settings.Servers.Count : 1);
        return plan with { Names = [.. Candidates(given, settings).Select(name => new PlannedName(name.Name, name.Suffix, questions))] };
    }

    private static IEnumerable<(string Name, string? Suffix)> Candidates(string given, ResolverSettings settings)
    {
        var name = given.TrimEnd('.');
        if (given.EndsWith('.'))
        {
            return [(name, null)];
        }

        var suffixed = settings.Search
            .Select(suffix => ($"{name}.{suffix}", (string?)suffix))
            .Where(candidate => candidate.Item1.Length <= LongestName);
        if (name.Count(c => c == '.') < settings.Ndots)
        {
            return settings.SkipsSingleLabels && !name.Contains('.') && settings.Search.Count > 0 ? suffixed : [.. suffixed, (name, null)];
        }

        return settings.Resolver.SearchesAfterAbsolute ? [(name, null), .. suffixed] : [(name, null)];
    }

    private static bool IsName(string given)
    {
        var name = given.EndsWith('.') ? given[..^1] : given;
        return name.Length is > 0 and <= LongestName && name.Split('.').All(label => label.Length is > 0 and <= LongestLabel) && !name.Any(char.IsWhiteSpace);
    }
}
