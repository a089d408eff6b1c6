using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Configuration;
using DebugDeck.Core.Diagnosis.Dns.Lookups;
using DebugDeck.Core.Diagnosis.Dns.Plans;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;
using DebugDeck.Core.Diagnosis.Dns.Rules;
using DebugDeck.Core.Diagnosis.Dns.Wire;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Rules;

/// <summary>A name server as a test wants it: names that are not mentioned do not exist.</summary>
internal sealed class DnsWorld
{
    public const string Pod = "search shop.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n";

    private readonly Dictionary<string, (FamilyOutcomes Ends, long Milliseconds)> _names = [];

    public ResolverKind Resolver { get; init; } = ResolverKind.Glibc;

    public string Version { get; init; } = "";

    public string File { get; init; } = Pod;

    public ClusterFacts? Cluster { get; init; }

    /// <summary>What every question over TCP ends in; null for what the names say.</summary>
    public DnsOutcome? AllTcp { get; init; }

    public IReadOnlyList<(DnsOutcome Outcome, long Milliseconds)> Udp { get; init; } = [];

    /// <summary>What the second server says to everything; null if it was not asked.</summary>
    public DnsOutcome? Second { get; init; }

    /// <summary>How long the server takes to say that it is there; null if it was not asked.</summary>
    public long? Alive { get; init; }

    /// <summary>Bytes of every answer.</summary>
    public int Size { get; init; } = 100;

    public DnsWorld Name(string name, DnsOutcome four, DnsOutcome? six = null, long milliseconds = 12)
    {
        _names[name] = (new FamilyOutcomes(four, six ?? (four == DnsOutcome.Answer ? DnsOutcome.NoData : four)), milliseconds);
        return this;
    }

    public DnsCase Case(string? given)
    {
        var file = ResolvConf.Parse(File);
        var settings = ResolverSettings.Of(new Resolver(Resolver, Version.Length > 0 ? System.Version.Parse(Version) : null), file);
        var plan = given is null ? null : QueryPlanner.Plan(given, settings, HostsFile.Empty);
        List<PlannedName> everything = plan is null ? [] : [.. plan.Names.Concat(settings.Search.Select(suffix => new PlannedName($"{given}.{suffix}", suffix, 2))).DistinctBy(name => name.Name)];
        var lookups = new Dictionary<DnsLookupRequest, DnsLookup>();
        foreach (var name in everything)
        {
            var (ends, milliseconds) = _names.GetValueOrDefault(name.Name, (FamilyOutcomes.Same(DnsOutcome.NoSuchName), 3));
            lookups[new DnsLookupRequest(settings.Servers[0], name.Name, DnsRecordType.A)] = Lookup(AllTcp ?? ends.V4, milliseconds, "203.0.113.10");
            lookups[new DnsLookupRequest(settings.Servers[0], name.Name, DnsRecordType.Aaaa)] = Lookup(AllTcp ?? ends.V6!.Value, milliseconds, "fd00::1");
        }

        if (Alive is { } alive)
        {
            lookups[DnsCase.Alive(settings.Servers[0])] = Lookup(DnsOutcome.Refused, alive, "");
        }

        foreach (var name in Second is null ? Enumerable.Empty<PlannedName>() : everything)
        {
            lookups[new DnsLookupRequest(settings.Servers[1], name.Name, DnsRecordType.A)] = Lookup(Second ?? DnsOutcome.Timeout, 3, "203.0.113.11");
        }

        if (Udp.Count > 0)
        {
            lookups[new DnsLookupRequest(settings.Servers[0], given!, DnsRecordType.A, DnsTransport.Udp, Udp.Count)] = new DnsLookup([.. Udp.Select(udp => Lookup(udp.Outcome, udp.Milliseconds, "203.0.113.10").Attempts[0])]);
        }

        return new DnsCase { File = file, Settings = settings, Plan = plan, Everything = everything, Lookups = lookups, Cluster = Cluster, IsKubernetes = true };
    }

    private DnsLookup Lookup(DnsOutcome outcome, long milliseconds, string address) =>
        new([new DnsAttempt(outcome, milliseconds, outcome == DnsOutcome.Answer ? [address] : [], outcome == DnsOutcome.Answer ? 30 : null, IsTruncated: false, null, Size)]);
}
