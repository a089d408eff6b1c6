using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Diagnosis.Dns.Configuration;
using DebugDeck.Core.Diagnosis.Dns.Lookups;
using DebugDeck.Core.Diagnosis.Dns.Plans;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;
using DebugDeck.Core.Diagnosis.Dns.Wire;

namespace DebugDeck.Core.Diagnosis.Dns.Rules;

/// <summary>All that the rules about DNS judge: pure data about one program and one name.</summary>
public sealed record DnsCase
{
    public required ResolvConf File { get; init; }

    public required ResolverSettings Settings { get; init; }

    /// <summary>What the resolver will do for the name; null where no name is in question.</summary>
    public QueryPlan? Plan { get; init; }

    /// <summary>Names with every suffix and without, whether or not this resolver comes to them.</summary>
    public IReadOnlyList<PlannedName> Everything { get; init; } = [];

    /// <summary>What was really asked.</summary>
    public IReadOnlyDictionary<DnsLookupRequest, DnsLookup> Lookups { get; init; } = new Dictionary<DnsLookupRequest, DnsLookup>();

    /// <summary>Null outside of a cluster, or where it could not be asked.</summary>
    public ClusterFacts? Cluster { get; init; }

    public bool IsKubernetes { get; init; }

    public string Container { get; init; } = "app";

    /// <summary>The server that the rules look at: the first.</summary>
    public string Server => Settings.Servers[0];

    /// <summary>The question by which a server shows that it is there, whatever names it knows.</summary>
    public static DnsLookupRequest Alive(string server) => new(server, DnsMessage.OwnName, DnsRecordType.Own);

    /// <summary>The question that was asked over TCP about a name, or over UDP where TCP brings nothing; of the first server unless another is meant.</summary>
    public DnsLookup? Of(string name, DnsRecordType type, string? server = null)
    {
        var request = new DnsLookupRequest(server ?? Server, name, type);
        var tcp = Lookups.GetValueOrDefault(request);
        return tcp is { Attempts: [{ IsAnswered: false }] } ? Lookups.GetValueOrDefault(request with { Transport = DnsTransport.Udp }) ?? tcp : tcp;
    }

    /// <summary>Whether a server gave any answer; null if it was not asked anything.</summary>
    public bool? Answers(string server) => Lookups.Where(entry => entry.Key.Server == server).ToList() is { Count: > 0 } asked
        ? asked.Any(entry => entry.Value.Attempts.Any(attempt => attempt.IsAnswered))
        : null;

    /// <summary>How a name ends; null if it was not asked.</summary>
    public FamilyOutcomes? Ends(string name) => Of(name, DnsRecordType.A) is { } four ? new FamilyOutcomes(four.Outcome, Of(name, DnsRecordType.Aaaa)?.Outcome) : null;

    /// <summary>What the resolver really does; null unless every name of the plan was asked.</summary>
    public QueryWalk? Walk => Plan is { Names.Count: > 0 } plan && plan.Names.All(name => Ends(name.Name) is not null)
        ? QueryWalk.Of(plan, name => Ends(name.Name)!.Value)
        : null;

    public IEnumerable<Evidence> EvidenceOf(string name) => Lookups
        .Where(entry => entry.Key.Name == name && entry.Key.Server == Server)
        .OrderBy(entry => entry.Key.Type).ThenBy(entry => entry.Key.Transport)
        .Select(entry => DnsEvidence.Line(entry.Key, entry.Value));
}
