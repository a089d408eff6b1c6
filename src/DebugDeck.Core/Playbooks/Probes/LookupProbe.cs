using System.Net;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Configuration;
using DebugDeck.Core.Diagnosis.Dns.Lookups;
using DebugDeck.Core.Diagnosis.Dns.Plans;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;
using DebugDeck.Core.Diagnosis.Dns.Wire;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary>
/// <c>lookup: "{{host}}"</c>: whether a name has an address for the target: it is one, stands in the target's <c>/etc/hosts</c>, or its first name server
/// answers for it, search list included. Which resolver the program uses makes a difference that only the playbook <c>dns</c> looks into.
/// </summary>
public sealed record LookupProbe(string Name) : Probe
{
    private static readonly FileRequest Configuration = new("/etc/resolv.conf");
    private static readonly FileRequest Hosts = new("/etc/hosts");

    public override string Words => $"lookup {Name}";

    public override IReadOnlyList<string> Texts => [Name];

    public override IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) =>
        IPAddress.TryParse(Filled(inputs), out _) ? [] : [Configuration, Hosts, .. Plan(inputs, evidence) is { } plan ? Questions(plan) : []];

    public override Observation? Observe(CheckInputs inputs, CaseEvidence evidence)
    {
        var name = Filled(inputs);
        if (IPAddress.TryParse(name, out _))
        {
            return new Observation(true, name, null, new Evidence("lookup", name, "it is an address"));
        }

        if (Plan(inputs, evidence) is not { } plan)
        {
            return null;
        }

        if (plan.NoQuestions is { } reason)
        {
            // The only reason that is no failure: the name stands in /etc/hosts.
            return new Observation(reason.StartsWith("/etc/hosts", StringComparison.Ordinal), reason, null, new Evidence("lookup", name, reason));
        }

        var asked = Questions(plan).Select(question => (Question: question, Lookup: evidence.Find(question))).Where(pair => pair.Lookup is not null).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var addresses = asked.SelectMany(pair => pair.Lookup!.Addresses).Distinct().ToList();
        var lines = asked.Where(pair => addresses.Count == 0 || pair.Lookup!.Outcome == DnsOutcome.Answer).Select(pair => DnsEvidence.Line(pair.Question, pair.Lookup!));
        return new Observation(addresses.Count > 0, string.Join('\n', addresses), null, new Evidence("lookup", name, string.Join('\n', lines.Select(line => $"{line.Path}: {line.Detail}"))));
    }

    private static IReadOnlyList<DnsLookupRequest> Questions(QueryPlan plan) =>
    [
        .. plan.Names.SelectMany(name => new[] { DnsRecordType.A, DnsRecordType.Aaaa }, (name, type) => new DnsLookupRequest(plan.Settings.Servers[0], name.Name, type)),
    ];

    private string Filled(CheckInputs inputs) => Placeholders.Fill(Name, inputs);

    // Null until the configuration is known.
    private QueryPlan? Plan(CheckInputs inputs, CaseEvidence evidence)
    {
        if (evidence.Find(Configuration) is not { Error: null } || evidence.Find(Hosts) is not { Error: null })
        {
            return null;
        }

        var file = ResolvConf.Parse(evidence.Files.Text("/etc/resolv.conf") ?? "");
        var settings = ResolverSettings.Of(ResolverChoice.Choose(new ProgramFacts(), file, null, _ => null), file);
        return QueryPlanner.Plan(Filled(inputs), settings, HostsFile.Parse(evidence.Files.Text("/etc/hosts") ?? ""));
    }
}
