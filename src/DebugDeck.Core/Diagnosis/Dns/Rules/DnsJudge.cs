using DebugDeck.Core.Diagnosis.Dns.Plans;

namespace DebugDeck.Core.Diagnosis.Dns.Rules;

/// <summary>The rules <c>dns.*</c>.</summary>
public static class DnsJudge
{
    private static readonly string[] Links = ["https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/", "https://man7.org/linux/man-pages/man5/resolv.conf.5.html"];

    public static IReadOnlyList<Finding> Judge(DnsCase dns)
    {
        var findings = new List<Finding>();
        findings.AddRange(DnsPolicies.Judge(dns));
        findings.AddRange(DnsServers.Judge(dns));
        findings.AddRange(DnsOtherServers.Judge(dns));
        findings.AddRange(DnsConfiguration.Judge(dns));
        if (!findings.Any(finding => finding.Rule is "dns.server-silent" or "dns.server-refuses" or "dns.no-route"))
        {
            findings.AddRange(DnsNames.Judge(dns));
        }

        findings.Add(Resolver(dns));
        if (findings.All(finding => finding.Severity < Severity.Warning) && dns.Walk is { Found: { } found } walk)
        {
            findings.Insert(0, new Finding("dns.ok", Severity.Ok, $"{dns.Plan!.Given} resolves", $"{found.Name} has an answer; {walk.Questions} questions, {dns.Plan.Needed} needed.") { Evidence = [.. dns.EvidenceOf(found.Name)] });
        }

        return [.. findings.Select(finding => finding.Severity >= Severity.Warning ? finding with { Links = [.. finding.Links, .. Links] } : finding)];
    }

    private static Finding Resolver(DnsCase dns)
    {
        var settings = dns.Settings;
        var plan = dns.Plan is null ? ""
            : dns.Plan.NoQuestions is { } none ? $" For {dns.Plan.Given} it asks nobody: {none}."
            : $" For {dns.Plan.Given} it asks up to {dns.Plan.Questions} questions, of which {dns.Plan.Needed} are needed.";
        var how = settings.Servers.Count == 1 ? "" : settings.Resolver.AsksAllServers ? " (all at once)" : " (in this order)";
        return new Finding(
            "dns.resolver",
            Severity.Info,
            $"Names are {(settings.Resolver.Confidence == Confidence.Low ? "probably " : "")}resolved by {settings.Resolver.Name}",
            $"Servers {string.Join(", ", settings.Servers)}{how}; ndots {settings.Ndots}; search {(settings.Search.Count == 0 ? "nothing" : string.Join(' ', settings.Search))}.{plan}")
        {
            Evidence =
            [
                .. settings.Resolver.Evidence,
                .. dns.Plan?.Names.Select((name, index) => new Evidence("plan", $"{index + 1}", $"{name.Name} ({(name.IsAsGiven ? "as given" : $"with {name.Suffix}")}, {name.Questions} questions)")) ?? [],
                .. settings.Resolver.Notes.Select(note => new Evidence("runtime", null, note)),
            ],
        };
    }

    internal static string Questions(QueryWalk walk) => $"{walk.Questions} questions were sent, {walk.Wasted} of them for names that do not exist";
}
