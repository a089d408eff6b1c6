using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;
using DebugDeck.Core.Diagnosis.Dns.Rules;
using DebugDeck.Core.Tests.Diagnosis.Dns.Rules;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Diagnosis.Coverage;

/// <summary>The rules <c>dns.*</c>.</summary>
internal static class DnsRuleCases
{
    private const string TwoServers = DnsWorld.Pod + "nameserver 10.0.0.2\n";
    private const string Payments = "payments.shop.svc.cluster.local";
    private static readonly string TwoDots = DnsWorld.Pod.Replace("ndots:5", "ndots:2", StringComparison.Ordinal);
    private static readonly string Long = $"nameserver 10.96.0.10\nsearch {string.Join(' ', Enumerable.Range(0, 30).Select(i => $"part{i:00}.example"))}\n";
    private static readonly PolicyPortFact Udp = new("UDP", "53", null);
    private static readonly PolicyPortFact Tcp = new("TCP", "53", null);

    public static IEnumerable<RuleCase> All =>
    [
        new("dns.ok", () => Judge(Good(), "payments"), () => Judge(Good(), "paymentz")),
        new("dns.resolver", () => Judge(Good(), null), () => Check(new CaseBuilder())),
        new("dns.unknown", () => Check(new CaseBuilder()), () => Check(Files())),
        new("dns.unknown-resolver", () => Judge(Good(ResolverKind.Unknown), null), () => Judge(Good(), null)),
        new("dns.not-asked", () => Check(Files(), "payments"), () => Check(Files(), null)),
        new("dns.amplification", () => Judge(Good(), "api.partner.example"), () => Judge(Good(), "api.partner.example.")),
        new("dns.search-capture", () => Judge(Good().Name("api.partner.example.cluster.local", DnsOutcome.Answer), "api.partner.example"), () => Judge(Good(), "api.partner.example")),
        new("dns.no-such-name", () => Judge(Good(), "paymentz"), () => Judge(Good().Name("paymentz", DnsOutcome.NoData), "paymentz")),
        new("dns.no-data", () => Judge(Good().Name("headless.shop.svc.cluster.local", DnsOutcome.NoData), "headless"), () => Judge(Good(), "headless")),
        new("dns.server-failure", () => Judge(Good().Name("a.example", DnsOutcome.ServerFailure), "a.example."), () => Judge(Good().Name("a.example", DnsOutcome.Refused), "a.example.")),
        new("dns.refused", () => Judge(Good().Name("a.example", DnsOutcome.Refused), "a.example."), () => Judge(Good().Name("a.example", DnsOutcome.ServerFailure), "a.example.")),
        new("dns.name-timeout", () => Judge(Good().Name("a.example", DnsOutcome.Timeout), "a.example"), () => Judge(Good().Name("a.example", DnsOutcome.Answer, milliseconds: 900), "a.example")),
        new("dns.slow", () => Judge(Good().Name("a.example", DnsOutcome.Answer, milliseconds: 1000), "a.example."), () => Judge(Good().Name("a.example", DnsOutcome.Answer, milliseconds: 999), "a.example.")),
        new("dns.large-answer", () => Judge(Good(size: 513), "payments"), () => Judge(Good(size: 512), "payments")),
        new("dns.answer-cut", () => Judge(Good(ResolverKind.Musl, "1.2.3", size: 513), "payments"), () => Judge(Good(ResolverKind.Musl, "1.2.4", size: 513), "payments")),
        new("dns.musl-no-tcp", () => Judge(Good(ResolverKind.Musl, "1.2.3"), null), () => Judge(Good(ResolverKind.Musl, "1.2.4"), null)),
        new("dns.musl-family", () => Judge(Good(ResolverKind.Musl).Name(Payments, DnsOutcome.Answer, DnsOutcome.ServerFailure), "payments"), () => Judge(Good().Name(Payments, DnsOutcome.Answer, DnsOutcome.ServerFailure), "payments")),
        new("dns.musl-no-search", () => Judge(Good(ResolverKind.Musl, file: TwoDots), "payments.shop.svc"), () => Judge(Good(file: TwoDots), "payments.shop.svc")),
        new("dns.search-ended", () => Judge(Catalog(ResolverKind.Musl), "catalog"), () => Judge(Catalog(ResolverKind.Glibc), "catalog")),
        new("dns.search-cut", () => Judge(Good(ResolverKind.Musl, file: Long), null), () => Judge(Good(file: Long), null)),
        new("dns.ignored", () => Judge(Good(ResolverKind.Musl, file: DnsWorld.Pod + "options rotate\n"), null), () => Judge(Good(file: DnsWorld.Pod + "options rotate\n"), null)),
        new("dns.no-server", () => Judge(Good(file: "search x\n"), null), () => Judge(Good(file: "nameserver 127.0.0.1\n"), null)),
        new("dns.server-silent", () => Judge(new DnsWorld { AllTcp = DnsOutcome.Timeout }, "payments"), () => Judge(new DnsWorld { AllTcp = DnsOutcome.Timeout, Udp = [(DnsOutcome.Answer, 9)] }, "payments")),
        new("dns.server-refuses", () => Judge(new DnsWorld { AllTcp = DnsOutcome.ConnectionRefused }, "payments"), () => Judge(new DnsWorld { AllTcp = DnsOutcome.Refused }, "payments")),
        new("dns.no-route", () => Judge(new DnsWorld { AllTcp = DnsOutcome.NoRoute }, "payments"), () => Judge(new DnsWorld { AllTcp = DnsOutcome.Timeout }, "payments")),
        new("dns.tcp-blocked", () => Judge(new DnsWorld { AllTcp = DnsOutcome.Timeout, Udp = [(DnsOutcome.Answer, 9)] }, "payments"), () => Judge(new DnsWorld { Udp = [(DnsOutcome.Answer, 9)] }, "payments")),
        new("dns.loss", () => Judge(new DnsWorld { Udp = [(DnsOutcome.Answer, 9), (DnsOutcome.Answer, 5008)] }, "payments"), () => Judge(new DnsWorld { Udp = [(DnsOutcome.Answer, 9), (DnsOutcome.Answer, 900)] }, "payments")),
        new("dns.next-server-down", () => Judge(Good(file: TwoServers, second: DnsOutcome.Timeout), "payments"), () => Judge(Good(file: TwoServers, second: DnsOutcome.Answer), "payments")),
        new("dns.servers-disagree", () => Judge(Good(file: TwoServers, second: DnsOutcome.NoSuchName), "payments"), () => Judge(Good(file: TwoServers, second: DnsOutcome.ServerFailure), "payments")),
        new("dns.cluster-down", () => Judge(Cluster(DnsOutcome.Timeout, false), "payments"), () => Judge(Cluster(DnsOutcome.Answer, false), "payments")),
        new("dns.cluster-degraded", () => Judge(Cluster(DnsOutcome.Answer, true, false), "payments"), () => Judge(Cluster(DnsOutcome.Answer, true, true), "payments")),
        new("dns.policy", () => Judge(Policy(), "payments"), () => Judge(Policy(new PolicyRuleFact([], [Udp, Tcp])), "payments")),
        new("dns.policy-tcp", () => Judge(Policy(new PolicyRuleFact([], [Udp])), "payments"), () => Judge(Policy(new PolicyRuleFact([], [Udp, Tcp])), "payments")),
    ];

    private static DnsWorld Good(ResolverKind resolver = ResolverKind.Glibc, string version = "", string file = DnsWorld.Pod, DnsOutcome? second = null, int size = 100) =>
        new DnsWorld { Resolver = resolver, Version = version, File = file, Second = second, Size = size }.Name(Payments, DnsOutcome.Answer).Name("api.partner.example", DnsOutcome.Answer);

    private static DnsWorld Catalog(ResolverKind resolver) => Good(resolver).Name("catalog.shop.svc.cluster.local", DnsOutcome.NoData).Name("catalog.svc.cluster.local", DnsOutcome.Answer);

    private static DnsWorld Cluster(DnsOutcome outcome, params bool[] ready) => new()
    {
        AllTcp = outcome,
        Cluster = new ClusterFacts
        {
            Namespace = "shop",
            DnsService = new ServiceFact { Name = "kube-dns", Namespace = "kube-system", ReadyAddresses = ready.Contains(true) ? ["10.244.0.2"] : [] },
            DnsPods = [.. ready.Select((isReady, index) => new ClusterPodFact($"coredns-{index}", "node-1", $"10.244.0.{index}", isReady, "Running", 0, null, new Dictionary<string, string>()))],
        },
    };

    private static DnsWorld Policy(params PolicyRuleFact[] egress) => new()
    {
        Cluster = new ClusterFacts
        {
            Namespace = "shop",
            DnsService = new ServiceFact { Name = "kube-dns", Namespace = "kube-system", ClusterIps = ["10.96.0.10"], ReadyAddresses = ["10.244.0.2"] },
            Policies = [new NetworkPolicyFact("egress", "", true, egress)],
        },
    };

    private static IEnumerable<string> Judge(DnsWorld world, string? name) => DnsJudge.Judge(world.Case(name)).Select(finding => finding.Rule);

    private static CaseBuilder Files() => new CaseBuilder().File("/etc/resolv.conf", DnsWorld.Pod).Absent("/etc/hosts", "/etc/nsswitch.conf");

    private static IEnumerable<string> Check(CaseBuilder build, string? host = null)
    {
        var inputs = new CheckInputs(host is null ? [] : new Dictionary<string, string> { ["host"] = host });
        var (check, evidence) = (new DnsCheck(), build.Process().Build());

        // What the test does not say is answered as it would be where nothing can be had.
        for (var round = 0; round < 10; round++)
        {
            evidence = check.Needs(inputs, evidence).Where(request => evidence.AnswerTo(request) is null).Aggregate(evidence, (grown, request) => grown.With(Core.Diagnosis.Gathering.EvidenceAnswer.Missing(request, "not here")));
        }

        return check.Evaluate(inputs, evidence).Select(finding => finding.Rule);
    }
}
