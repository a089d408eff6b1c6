using System.Net;
using DebugDeck.Core.Diagnosis.Dns.Configuration;

namespace DebugDeck.Core.Diagnosis.Dns.Resolvers;

/// <summary>What a resolver makes of a <c>resolv.conf</c>, its own limits applied.</summary>
public sealed record ResolverSettings
{
    private const int MostServers = 3;
    private const int MostDots = 15;
    private const int MuslLongestLine = 254;
    private const int OldSearchDomains = 6;
    private const int OldSearchLength = 256;
    private static readonly string[] GlibcOptions =
        ["ndots", "timeout", "attempts", "rotate", "no-check-names", "inet6", "ip6-bytestring", "ip6-dotint", "no-ip6-dotint", "edns0", "single-request", "single-request-reopen", "no-tld-query", "use-vc", "no-reload", "trust-ad", "no-aaaa", "debug"];

    private static readonly string[] GoOptions =
        ["ndots", "timeout", "attempts", "rotate", "single-request", "single-request-reopen", "use-vc", "usevc", "tcp", "trust-ad", "edns0", "no-reload", "no-tld-query", "no-aaaa"];

    public required Resolver Resolver { get; init; }

    /// <summary>At most three.</summary>
    public required IReadOnlyList<string> Servers { get; init; }

    /// <summary>Suffixes without a dot at their end.</summary>
    public required IReadOnlyList<string> Search { get; init; }

    public required int Ndots { get; init; }

    /// <summary>How long one question waits for its answer. For musl: the whole lookup of a name.</summary>
    public required TimeSpan Timeout { get; init; }

    public required int Attempts { get; init; }

    /// <summary>Asks for IPv4 and IPv6 one after the other.</summary>
    public bool OneFamilyAtATime { get; init; }

    /// <summary>Does not ask for IPv6 at all.</summary>
    public bool NoIpv6 { get; init; }

    /// <summary>A name without a dot is not asked for as it is (<c>no-tld-query</c>, glibc only).</summary>
    public bool SkipsSingleLabels { get; init; }

    public bool UsesTcp { get; init; }

    public bool Rotates { get; init; }

    /// <summary>What stands in the file and this resolver does not heed, with the reason, one sentence each.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Nobody wrote a name server, so this one is taken.</summary>
    public bool HasDefaultServer { get; init; }

    /// <summary>After how long a datagram that got lost is sent again.</summary>
    public TimeSpan LossStep => Resolver.Kind == ResolverKind.Musl ? Timeout / Attempts : Timeout;

    public static ResolverSettings Of(Resolver resolver, ResolvConf file)
    {
        var ignored = new List<string>();
        var lines = file.Lines.ToList();
        if (resolver.Kind == ResolverKind.Musl)
        {
            foreach (var line in lines.Where(line => line.Length > MuslLongestLine))
            {
                ignored.Add($"line {line.Number} ({line.Keyword}) has {line.Length} characters; musl ignores lines of more than {MuslLongestLine} as a whole");
            }

            lines.RemoveAll(line => line.Length > MuslLongestLine);
        }

        var read = new ResolvConf(lines);
        var servers = ReadServers(read, ignored);
        var options = read.Options.ToList();
        CheckOptions(resolver, options, ignored);
        var (mostTimeout, mostAttempts) = resolver.Kind switch { ResolverKind.Glibc => (30, 5), ResolverKind.Musl => (60, 10), _ => (int.MaxValue / 1000, int.MaxValue) };
        return new ResolverSettings
        {
            Resolver = resolver,
            Servers = servers.Count > 0 ? servers : ["127.0.0.1"],
            HasDefaultServer = servers.Count == 0,
            Search = ReadSuffixes(resolver, read, ignored),
            Ndots = Math.Min(read.Option("ndots") ?? 1, MostDots),
            Timeout = TimeSpan.FromSeconds(Math.Clamp(read.Option("timeout") ?? 5, 1, mostTimeout)),
            Attempts = Math.Clamp(read.Option("attempts") ?? 2, 1, mostAttempts),
            OneFamilyAtATime = resolver.KnowsSingleRequest && (options.Contains("single-request") || (resolver.Kind == ResolverKind.Go && options.Contains("single-request-reopen"))),
            NoIpv6 = resolver.KnowsNoIpv6Option && options.Contains("no-aaaa"),
            SkipsSingleLabels = resolver.Kind == ResolverKind.Glibc && options.Contains("no-tld-query"),
            UsesTcp = resolver.Kind != ResolverKind.Musl && options.Any(option => option is "use-vc" or "usevc" or "tcp"),
            Rotates = resolver.Kind != ResolverKind.Musl && options.Contains("rotate"),
            Ignored = ignored,
        };
    }

    private static List<string> ReadServers(ResolvConf file, List<string> ignored)
    {
        var servers = new List<string>();
        foreach (var server in file.Nameservers)
        {
            if (!IPAddress.TryParse(server, out _))
            {
                ignored.Add($"nameserver {server} is no address");
            }
            else if (servers.Count == MostServers)
            {
                ignored.Add($"nameserver {server} is one too many; resolvers use the first {MostServers}");
            }
            else
            {
                servers.Add(server);
            }
        }

        return servers;
    }

    private static List<string> ReadSuffixes(Resolver resolver, ResolvConf file, List<string> ignored)
    {
        var suffixes = file.Search.Select(suffix => suffix.TrimEnd('.')).Where(suffix => suffix.Length > 0).ToList();
        if (file.Lines.Count(line => line.IsSearch) > 1)
        {
            ignored.Add("only the last search or domain line counts");
        }

        if (!resolver.KnowsSearch && suffixes.Count > 0)
        {
            ignored.Add($"musl {resolver.Version} does not know search domains");
            return [];
        }

        if (!resolver.HasShortSearchList)
        {
            return suffixes;
        }

        var (kept, length) = (new List<string>(), 0);
        foreach (var suffix in suffixes)
        {
            length += suffix.Length + 1;
            if (kept.Count == OldSearchDomains || length > OldSearchLength)
            {
                ignored.Add($"search domain {suffix} is beyond what glibc before 2.26 reads: {OldSearchDomains} domains of {OldSearchLength} characters together");
            }
            else
            {
                kept.Add(suffix);
            }
        }

        return kept;
    }

    private static void CheckOptions(Resolver resolver, IEnumerable<string> options, List<string> ignored)
    {
        foreach (var option in options.Distinct())
        {
            var name = option.Split(':')[0];
            var reason = resolver.Kind switch
            {
                ResolverKind.Musl when name is not ("ndots" or "timeout" or "attempts") => "musl does not know it",
                ResolverKind.Go when !GoOptions.Contains(name) => "Go does not know it",
                ResolverKind.Glibc when !GlibcOptions.Contains(name) => "glibc does not know it",
                ResolverKind.Glibc when name == "no-aaaa" && !resolver.KnowsNoIpv6Option => "glibc knows it since 2.36",
                _ => null,
            };
            if (reason is not null)
            {
                ignored.Add($"option {option}: {reason}");
            }
        }
    }
}
