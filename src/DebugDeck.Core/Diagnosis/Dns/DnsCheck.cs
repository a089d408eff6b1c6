using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Dns.Configuration;
using DebugDeck.Core.Diagnosis.Dns.Lookups;
using DebugDeck.Core.Diagnosis.Dns.Plans;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;
using DebugDeck.Core.Diagnosis.Dns.Rules;
using DebugDeck.Core.Diagnosis.Dns.Wire;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Diagnosis.Dns;

/// <summary>Whether a name resolves for the program, and what that costs. Input <c>host</c>: the name; without one only the configuration is judged.</summary>
public sealed class DnsCheck : ICheck
{
    private const int MostNames = 12;
    private const int Repeats = 3;

    public string Name => "dns.name";

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence)
    {
        var reading = Read(inputs, evidence);
        return [new ProcessRequest(), new LogTailRequest(), .. IsKubernetes(evidence) ? [new ClusterRequest()] : Array.Empty<EvidenceRequest>(), .. reading.Program.Wishes, .. reading.Files.Asked, .. reading.Questions];
    }

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence)
    {
        var reading = Read(inputs, evidence);
        if (reading.Case is not { } dns)
        {
            return [new Finding("dns.unknown", Severity.Info, "resolv.conf could not be read", "Without it nothing can be said about how names are resolved.")];
        }

        var gap = reading.Questions.Select(evidence.Gap).FirstOrDefault(found => found is not null);
        var findings = DnsJudge.Judge(dns);
        return gap is null ? findings : [.. findings, new Finding("dns.not-asked", Severity.Info, "The name servers could not be asked from the target's network", gap.Reason)];
    }

    private static (DnsCase? Case, ProgramFinder Program, EvidenceFiles Files, IReadOnlyList<DnsLookupRequest> Questions) Read(CheckInputs inputs, CaseEvidence evidence)
    {
        var program = new ProgramFinder(evidence);
        var files = new EvidenceFiles(evidence);
        var (resolv, hosts, sources) = (Text(files, "/etc/resolv.conf"), Text(files, "/etc/hosts"), Text(files, "/etc/nsswitch.conf"));
        if (resolv is null || program.Wishes.Any(wish => evidence.AnswerTo(wish) is null))
        {
            return (null, program, files, []);
        }

        var environment = new ProgramEnvironment(evidence);
        var file = ResolvConf.Parse(resolv);
        var aliases = evidence.Details?.Network.HostAliases.Select(alias => $"\n{alias.Address} {string.Join(' ', alias.Names)}") ?? [];
        var nameSources = sources is null ? null : NameServiceSwitch.Parse(sources);
        var resolver = ResolverChoice.Choose(Facts(program, RuntimeHint.Find(evidence)), file, nameSources, name => environment[name]);
        var settings = ResolverSettings.Of(resolver, file);
        var plan = inputs["host"] is { } host ? QueryPlanner.Plan(host, settings, HostsFile.Parse(hosts + string.Concat(aliases)), nameSources) : null;
        var everything = plan is { Names.Count: > 0 } ? Everything(plan) : [];
        var questions = plan is null ? [] : Questions(plan, everything, settings.Servers, evidence);
        var dns = new DnsCase
        {
            File = file,
            Settings = settings,
            Plan = plan,
            Everything = everything,
            Lookups = questions.Where(question => evidence.Find(question) is not null).ToDictionary(question => question, question => evidence.Find(question)!),
            Cluster = evidence.Find(new ClusterRequest()),
            IsKubernetes = IsKubernetes(evidence),
            Container = evidence.Details?.Target.Address.Container ?? "app",
        };
        return (dns, program, files, questions);
    }

    // As glibc would: every suffix, and the name itself.
    private static IReadOnlyList<PlannedName> Everything(QueryPlan plan) => plan.Given.EndsWith('.') ? plan.Names
        : [.. plan.Names.Concat(plan.Settings.Search.Select(suffix => new PlannedName($"{plan.Given}.{suffix}", suffix, plan.Needed))).Append(new PlannedName(plan.Given, null, plan.Needed)).DistinctBy(name => name.Name).Take(MostNames)];

    // The question that a server answers by itself comes first: some hang up at the first one that they cannot answer.
    private static IReadOnlyList<DnsLookupRequest> Questions(QueryPlan plan, IReadOnlyList<PlannedName> names, IReadOnlyList<string> servers, CaseEvidence evidence)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var named = names.SelectMany(name => new[] { DnsRecordType.A, DnsRecordType.Aaaa }, (name, type) => new DnsLookupRequest(servers[0], name.Name, type)).ToList();
        var repeated = new DnsLookupRequest(servers[0], plan.Given.TrimEnd('.'), DnsRecordType.A, DnsTransport.Udp, Repeats);

        // A policy may let only datagrams through: then they have to tell.
        var isTcpShut = evidence.Find(DnsCase.Alive(servers[0])) is { Attempts: [{ IsAnswered: false }] } && evidence.Find(repeated)?.Attempts.Any(attempt => attempt.IsAnswered) == true;
        return
        [
            DnsCase.Alive(servers[0]), .. named, repeated, .. isTcpShut ? named.Select(question => question with { Transport = DnsTransport.Udp }) : [],
            .. servers.Skip(1).Except([servers[0]]).SelectMany(server => names.Select(name => new DnsLookupRequest(server, name.Name, DnsRecordType.A)).Prepend(DnsCase.Alive(server))),
        ];
    }

    private static ProgramFacts Facts(ProgramFinder program, RuntimeHint? hint)
    {
        var entry = program.Readings.EntryPoint;
        hint = entry.Runtime is null ? hint : null;
        var (own, image) = (entry.Libc, program.Readings.Libc);
        var libc = own.Kind is LibcKind.Glibc or LibcKind.Musl ? own : entry.Linkage is Linkage.Static or Linkage.StaticPie ? own : image;
        return new ProgramFacts
        {
            Runtime = entry.Runtime?.Id ?? hint?.Id,
            RuntimeVersion = entry.Runtime?.Version,
            Libc = libc.Kind,

            // A program says the least version it needs; the one that it gets is the image's.
            LibcVersion = image.Kind == libc.Kind ? image.Version : null,
            UsesCgo = entry.Runtime?.UsesCgo,
            Linkage = entry.Linkage,
            Confidence = hint is not null ? Confidence.Low : entry.Confidence == Confidence.None ? image.Confidence : entry.Confidence,
            Evidence = [.. hint is null ? Array.Empty<Evidence>() : [hint.Evidence], .. entry.Evidence.Take(2), .. image.Evidence.Take(2)],
        };
    }

    private static bool IsKubernetes(CaseEvidence evidence) =>
        evidence.Details?.Target.Address.Kind is AddressKind.Pod or AddressKind.Deployment or AddressKind.StatefulSet or AddressKind.DaemonSet or AddressKind.Job;

    // Empty where the file is known to be missing; null where that is not known.
    private static string? Text(EvidenceFiles files, string path) => files.Content(path) switch
    {
        null or { Error: not null } => null,
        { Content: { } content } => System.Text.Encoding.UTF8.GetString(content.Span),
        _ => "",
    };
}
