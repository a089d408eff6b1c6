using DebugDeck.Core.Diagnosis.Dns.Lookups;
using DebugDeck.Core.Diagnosis.Dns.Plans;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;
using DebugDeck.Core.Diagnosis.Dns.Wire;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Diagnosis.Dns.Rules;

/// <summary>Why a name does not resolve, or costs more than it should.</summary>
internal static class DnsNames
{
    private const long Slow = 1000;
    private const long TooSlow = 2500;
    private const long Lost = 4500;
    private const int ManyWasted = 6;
    private const int Plain = 512;
    private const int Extended = 1232;

    public static IEnumerable<Finding> Judge(DnsCase dns)
    {
        if (dns.Plan is not { } plan || dns.Walk is not { } walk)
        {
            return [];
        }

        var findings = walk.Found is { } found ? Found(dns, plan, walk, found) : [NotFound(dns, plan, walk)];
        return [.. findings.Select(finding => finding with { Evidence = [.. finding.Evidence, .. walk.Asked.SelectMany(asked => dns.EvidenceOf(asked.Name.Name)).Take(12)] })];
    }

    private static IEnumerable<Finding> Found(DnsCase dns, QueryPlan plan, QueryWalk walk, PlannedName found)
    {
        var slowest = Waited(dns, found);
        if (slowest >= Slow)
        {
            yield return new Finding("dns.slow", slowest >= TooSlow ? Severity.Problem : Severity.Warning, $"The answer for {found.Name} took {slowest} ms", $"{dns.Settings.Resolver.Name} waits {dns.Settings.LossStep.TotalSeconds:0.#} s before it asks again, and programs often give up before. A name server takes so long when the one behind it is slow or does not answer.")
            {
                Fixes = DnsFixes.SlowServer(dns),
            };
        }

        if (Large(dns, found) is { } large)
        {
            yield return large;
        }

        var asGiven = dns.Ends(plan.Given.TrimEnd('.'));
        if (!found.IsAsGiven && asGiven?.V4 == DnsOutcome.Answer)
        {
            yield return new Finding("dns.search-capture", Severity.Warning, $"{plan.Given} is answered by {found.Name}", "A search domain has a record that matches, so the program gets another machine than the one of that name. With a dot at its end the name means itself alone.")
            {
                Fixes = [DnsFixes.TrailingDot(plan.Given)],
            };
        }

        if (walk.Wasted > 0)
        {
            var severity = walk.Wasted >= ManyWasted ? Severity.Warning : Severity.Info;
            yield return new Finding("dns.amplification", severity, $"{plan.Given} costs {walk.Questions} questions where {plan.Needed} would do", $"{Order(dns, plan)}: {DnsJudge.Questions(walk)}.")
            {
                Fixes = DnsFixes.Amplification(dns, plan, found),
            };
        }
    }

    // Our own tool takes its time to start, longer on a busy node: that is in the answer that the server gives without asking anybody as well. Where even that one
    // takes as long as a lost datagram, the server is slow about everything.
    private static long Waited(DnsCase dns, PlannedName found)
    {
        var whole = dns.Of(found.Name, DnsRecordType.A)?.Attempts[0].Milliseconds ?? 0;
        var own = dns.Lookups.GetValueOrDefault(DnsCase.Alive(dns.Server)) is { Attempts: [{ IsAnswered: true } alive, ..] } ? alive.Milliseconds : 0;
        return whole >= Lost ? whole : whole - Math.Min(own, whole);
    }

    private static string Order(DnsCase dns, QueryPlan plan) => plan.Names[0].IsAsGiven
        ? $"The name has as many dots as ndots ({dns.Settings.Ndots}) or more, so it is asked for as it is before the search domains are tried"
        : $"The name has fewer dots than ndots ({dns.Settings.Ndots}), so {dns.Settings.Search.Count} search domains are tried first";

    // Go asks for up to 1232 bytes (EDNS), the C libraries for 512 unless the file says edns0.
    private static Finding? Large(DnsCase dns, PlannedName found)
    {
        var room = dns.Settings.Resolver.Kind == ResolverKind.Go || (dns.Settings.Resolver.Kind == ResolverKind.Glibc && dns.File.Options.Contains("edns0")) ? Extended : Plain;
        var size = dns.Of(found.Name, DnsRecordType.A)?.Attempts[0].Size ?? 0;
        return size <= room ? null
            : dns.Settings.Resolver.FallsBackToTcp
                ? new Finding("dns.large-answer", Severity.Info, $"The answer for {found.Name} has {size} bytes and needs TCP", $"{dns.Settings.Resolver.Name} takes {room} bytes in a datagram and asks again over TCP, which is answered here. Where port 53 is open for UDP only, this name fails.")
                : new Finding("dns.answer-cut", Severity.Problem, $"{dns.Settings.Resolver.Name} gets only a part of the answer for {found.Name}, which has {size} bytes", "What does not fit into 512 bytes is cut off, and it cannot ask again over TCP: it sees some of the addresses, or none. musl has TCP since 1.2.4 (Alpine 3.18).") { Fixes = [DnsFixes.LeaveMusl] };
    }

    private static Finding NotFound(DnsCase dns, QueryPlan plan, QueryWalk walk)
    {
        var isMusl = dns.Settings.Resolver.Kind == ResolverKind.Musl;
        var last = walk.Asked[^1];
        if (isMusl && walk.Asked.FirstOrDefault(asked => HalfAnswer(dns, asked.Name)) is { Name: { } half })
        {
            return new Finding("dns.musl-family", Severity.Problem, $"musl gives up on {half.Name} because one of its two questions fails", "The question for IPv4 is answered and the one for IPv6 ends in an error, or the reverse. glibc and Go take the good answer; musl takes neither. The name server should say NOERROR without records.") { Fixes = [DnsFixes.LeaveMusl] };
        }

        // What another resolver would find tells that the name is fine and this one's rules are the cause.
        if (dns.Everything.FirstOrDefault(name => dns.Ends(name.Name)?.V4 == DnsOutcome.Answer) is { } elsewhere)
        {
            return !plan.Names.Any(name => name.Name == elsewhere.Name)
                ? new Finding("dns.musl-no-search", Severity.Problem, $"musl does not use the search list for {plan.Given}, which has {plan.Given.Count(c => c == '.')} dots", $"{elsewhere.Name} exists. glibc and Go try the search domains as well when the name itself does not exist; musl never does for a name with ndots ({dns.Settings.Ndots}) dots or more.") { Fixes = DnsFixes.MuslSearch(dns, elsewhere.Name) }
                : new Finding("dns.search-ended", Severity.Problem, $"The search ended at {last.Name.Name} ({DnsEvidence.Word(last.Outcome)}), before {elsewhere.Name}", isMusl ? "musl goes on to the next search domain only after NXDOMAIN. An error, or a name without addresses, ends the lookup." : "After such an end the next search domain is not tried.") { Fixes = [DnsFixes.FullName(elsewhere.Name)] };
        }

        return walk.Outcome switch
        {
            DnsOutcome.NoSuchName => NoSuchName(dns, plan, walk),
            DnsOutcome.NoData => new Finding("dns.no-data", Severity.Problem, $"{plan.Given} exists and has no address", "The server answers NOERROR without records: the name is there with other types only. For a headless Service it means that no pod is ready.") { Fixes = DnsFixes.NoAddress(dns, plan) },
            DnsOutcome.ServerFailure => new Finding("dns.server-failure", Severity.Problem, $"The name server could not find out about {plan.Given} (SERVFAIL)", "It was reached and failed: the name server behind it does not answer, refuses, or its answer does not validate. Programs see it as a temporary failure (EAI_AGAIN).") { Fixes = DnsFixes.SlowServer(dns) },
            DnsOutcome.Refused => new Finding("dns.refused", Severity.Problem, $"The name server refuses to answer for {plan.Given} (REFUSED)", "It does not serve that zone, or not for this client.") { Fixes = DnsFixes.SlowServer(dns) },
            _ => new Finding("dns.name-timeout", Severity.Problem, $"No answer for {plan.Given}, while other names are answered", "The server is reached; it waits for another one, that of the zone, which does not answer.") { Fixes = DnsFixes.SlowServer(dns) },
        };
    }

    private static Finding NoSuchName(DnsCase dns, QueryPlan plan, QueryWalk walk)
    {
        var first = plan.Given.Split('.')[0];
        var near = dns.Cluster?.Services is { Count: > 0 } services ? NearestWord.Of(first, services.Select(service => service.Name).Where(name => name != first)) : null;
        var hint = near is null ? "" : $" There is a Service {near} in the namespace {dns.Cluster!.Namespace}.";
        return new Finding("dns.no-such-name", Severity.Problem, $"{plan.Given} does not exist{(near is null ? "" : $"; {near} may be meant")}", $"Every name that {dns.Settings.Resolver.Name} tries is answered with NXDOMAIN: a typo, a Service that is not there, or one in another namespace (NAME.NAMESPACE).{hint} {DnsJudge.Questions(walk)}.")
        {
            Fixes = DnsFixes.NoSuchName(dns, near),
        };
    }

    private static bool HalfAnswer(DnsCase dns, PlannedName name) => dns.Ends(name.Name) is { V6: { } six } ends
        && (ends.V4 == DnsOutcome.Answer) != (six == DnsOutcome.Answer) && ends.For(ResolverKind.Glibc) == DnsOutcome.Answer && ends.For(ResolverKind.Musl) != DnsOutcome.Answer;
}
