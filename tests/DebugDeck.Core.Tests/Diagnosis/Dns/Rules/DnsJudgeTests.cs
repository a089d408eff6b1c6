using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;
using DebugDeck.Core.Diagnosis.Dns.Rules;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Rules;

public sealed class DnsJudgeTests
{
    private const string TwoDots = "search shop.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:2\n";

    [Theory]
    [InlineData(ResolverKind.Glibc, "payments", "dns.ok dns.resolver")]
    [InlineData(ResolverKind.Musl, "payments", "dns.ok dns.resolver")]
    [InlineData(ResolverKind.Go, "payments", "dns.ok dns.resolver")]
    [InlineData(ResolverKind.Glibc, "paymentz", "dns.no-such-name dns.resolver")]
    [InlineData(ResolverKind.Musl, "paymentz", "dns.no-such-name dns.resolver")]
    [InlineData(ResolverKind.Go, "paymentz", "dns.no-such-name dns.resolver")]
    [InlineData(ResolverKind.Glibc, "api.partner.example", "dns.amplification dns.resolver")]
    [InlineData(ResolverKind.Glibc, "api.partner.example.", "dns.ok dns.resolver")]
    [InlineData(ResolverKind.Glibc, "broken.vendor.example", "dns.server-failure dns.resolver")]
    [InlineData(ResolverKind.Go, "broken.vendor.example", "dns.server-failure dns.resolver")]
    [InlineData(ResolverKind.Glibc, "refused.vendor.example", "dns.refused dns.resolver")]
    [InlineData(ResolverKind.Glibc, "headless", "dns.no-data dns.resolver")]
    [InlineData(ResolverKind.Glibc, "lost.vendor.example", "dns.name-timeout dns.resolver")]
    [InlineData(ResolverKind.Glibc, "slow.vendor.example", "dns.slow dns.amplification dns.resolver")]
    [InlineData(ResolverKind.Glibc, "203.0.113.7", "dns.resolver")]
    [InlineData(ResolverKind.Unknown, "payments", "dns.ok dns.unknown-resolver dns.resolver")]
    public void A_name_ends_in_its_rules(ResolverKind resolver, string name, string rules)
    {
        var findings = DnsJudge.Judge(World(resolver, DnsWorld.Pod).Case(name));
        Assert.Equal(rules.Split(' ').Order(), findings.Select(finding => finding.Rule).Order());
    }

    [Theory]
    [InlineData(ResolverKind.Musl, TwoDots, "dns.musl-no-search")]
    [InlineData(ResolverKind.Musl, DnsWorld.Pod, null)]
    [InlineData(ResolverKind.Glibc, TwoDots, null)]
    [InlineData(ResolverKind.Go, TwoDots, null)]
    public void Fewer_ndots_break_short_names_of_other_namespaces_on_musl_only(ResolverKind resolver, string file, string? rule) =>
        Assert.Equal(rule, Problem(World(resolver, file).Case("payments.shop.svc")));

    [Theory]
    [InlineData(ResolverKind.Musl, DnsOutcome.NoSuchName, "dns.musl-family")]
    [InlineData(ResolverKind.Musl, DnsOutcome.ServerFailure, "dns.musl-family")]
    [InlineData(ResolverKind.Musl, DnsOutcome.NoData, null)]
    [InlineData(ResolverKind.Glibc, DnsOutcome.NoSuchName, null)]
    public void An_error_for_ipv6_spoils_the_answer_for_ipv4_on_musl(ResolverKind resolver, DnsOutcome six, string? rule) =>
        Assert.Equal(rule, Problem(World(resolver, DnsWorld.Pod).Name("old.shop.svc.cluster.local", DnsOutcome.Answer, six).Case("old")));

    [Theory]
    [InlineData(ResolverKind.Musl, "dns.search-ended")]
    [InlineData(ResolverKind.Glibc, null)]
    public void A_name_without_addresses_ends_the_search_on_musl(ResolverKind resolver, string? rule) => Assert.Equal(
        rule,
        Problem(World(resolver, DnsWorld.Pod).Name("db.shop.svc.cluster.local", DnsOutcome.NoData).Name("db.svc.cluster.local", DnsOutcome.Answer).Case("db")));

    [Fact]
    public void A_search_domain_that_catches_a_full_name_is_told()
    {
        var world = World(ResolverKind.Glibc, DnsWorld.Pod).Name("api.partner.example.cluster.local", DnsOutcome.Answer);
        Assert.Contains("dns.search-capture", Rules(world.Case("api.partner.example")));
        Assert.DoesNotContain("dns.search-capture", Rules(World(ResolverKind.Glibc, DnsWorld.Pod).Case("payments.shop")));
    }

    [Theory]
    [InlineData(DnsOutcome.Timeout, DnsOutcome.Timeout, "dns.server-silent")]
    [InlineData(DnsOutcome.ConnectionRefused, DnsOutcome.Timeout, "dns.server-refuses")]
    [InlineData(DnsOutcome.NoRoute, DnsOutcome.NoRoute, "dns.no-route")]
    [InlineData(DnsOutcome.Timeout, DnsOutcome.Answer, null)]
    public void A_server_that_cannot_be_reached_is_told_apart(DnsOutcome tcp, DnsOutcome udp, string? rule)
    {
        var world = new DnsWorld { AllTcp = tcp, Udp = [(udp, 10)] };
        Assert.Equal(rule, DnsJudge.Judge(world.Case("payments")).FirstOrDefault(finding => finding.Severity == Severity.Problem && finding.Rule != "dns.name-timeout")?.Rule);
        Assert.Equal(rule is null, Rules(world.Case("payments")).Contains("dns.tcp-blocked"));
    }

    [Fact]
    public void Loss_and_steps_of_five_seconds_are_seen_and_single_request_reopen_is_for_glibc()
    {
        var lossy = Assert.Single(DnsJudge.Judge(Lossy(ResolverKind.Glibc).Case("payments")), finding => finding.Rule == "dns.loss");
        Assert.Contains(lossy.Fixes, fix => fix.Text.Contains("single-request-reopen", StringComparison.Ordinal));
        var musl = Assert.Single(DnsJudge.Judge(Lossy(ResolverKind.Musl).Case("payments")), finding => finding.Rule == "dns.loss");
        Assert.DoesNotContain(musl.Fixes, fix => fix.Text.Contains("single-request-reopen", StringComparison.Ordinal));
        Assert.DoesNotContain("dns.loss", Rules(new DnsWorld { Udp = [(DnsOutcome.Answer, 8), (DnsOutcome.Answer, 9)] }.Name("payments.shop.svc.cluster.local", DnsOutcome.Answer).Case("payments")));
    }

    [Fact]
    public void What_a_resolver_does_not_read_is_told()
    {
        var file = $"nameserver 10.96.0.10\nsearch {string.Join(' ', Enumerable.Range(0, 30).Select(i => $"part{i:00}.example"))}\n";
        Assert.Contains("dns.search-cut", Rules(new DnsWorld { File = file, Resolver = ResolverKind.Musl }.Case(null)));
        Assert.Contains("dns.search-cut", Rules(new DnsWorld { File = file, Resolver = ResolverKind.Glibc, Version = "2.17" }.Case(null)));
        Assert.DoesNotContain("dns.search-cut", Rules(new DnsWorld { File = file, Resolver = ResolverKind.Glibc, Version = "2.36" }.Case(null)));
        Assert.Contains("dns.musl-no-tcp", Rules(new DnsWorld { Resolver = ResolverKind.Musl, Version = "1.2.3" }.Case(null)));
        Assert.DoesNotContain("dns.musl-no-tcp", Rules(new DnsWorld { Resolver = ResolverKind.Musl, Version = "1.2.4" }.Case(null)));
        Assert.Contains("dns.no-server", Rules(new DnsWorld { File = "search x\n" }.Case(null)));
    }

    [Fact]
    public void A_service_of_a_similar_name_is_named()
    {
        var cluster = new ClusterFacts { Namespace = "shop", Services = [new ServiceFact { Name = "payments", Namespace = "shop" }] };
        var finding = Assert.Single(DnsJudge.Judge(new DnsWorld { Cluster = cluster }.Case("paymentz.shop.svc.cluster.local")), finding => finding.Rule == "dns.no-such-name");
        Assert.Contains("payments may be meant", finding.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResolverKind.Glibc, DnsOutcome.NoSuchName, "dns.servers-disagree", Severity.Warning)]
    [InlineData(ResolverKind.Go, DnsOutcome.NoSuchName, "dns.servers-disagree", Severity.Warning)]
    [InlineData(ResolverKind.Musl, DnsOutcome.NoSuchName, "dns.servers-disagree", Severity.Problem)]
    [InlineData(ResolverKind.Glibc, DnsOutcome.Timeout, "dns.next-server-down", Severity.Warning)]
    [InlineData(ResolverKind.Glibc, DnsOutcome.Answer, null, Severity.Ok)]
    [InlineData(ResolverKind.Musl, DnsOutcome.ServerFailure, null, Severity.Ok)]
    public void A_second_server_is_judged_by_how_the_resolver_uses_it(ResolverKind resolver, DnsOutcome second, string? rule, Severity severity)
    {
        var world = new DnsWorld { Resolver = resolver, File = DnsWorld.Pod + "nameserver 10.0.0.2\n", Second = second }.Name("payments.shop.svc.cluster.local", DnsOutcome.Answer);
        var found = DnsJudge.Judge(world.Case("payments")).Where(finding => finding.Severity >= Severity.Warning).ToList();
        Assert.Equal(rule is null ? [] : [(rule, severity)], found.Select(finding => (finding.Rule, finding.Severity)));
    }

    [Theory]
    [InlineData(ResolverKind.Glibc, Severity.Problem)]
    [InlineData(ResolverKind.Musl, Severity.Warning)]
    public void A_first_server_that_is_silent_hurts_less_where_all_are_asked_at_once(ResolverKind resolver, Severity severity)
    {
        var world = new DnsWorld { Resolver = resolver, File = DnsWorld.Pod + "nameserver 10.0.0.2\n", AllTcp = DnsOutcome.Timeout, Second = DnsOutcome.Answer };
        Assert.Equal(severity, Assert.Single(DnsJudge.Judge(world.Case("payments")), finding => finding.Rule == "dns.server-silent").Severity);
    }

    [Theory]
    [InlineData(ResolverKind.Musl, "1.2.3", 513, "dns.answer-cut")]
    [InlineData(ResolverKind.Musl, "1.2.3", 512, null)]
    [InlineData(ResolverKind.Musl, "1.2.5", 513, "dns.large-answer")]
    [InlineData(ResolverKind.Glibc, "2.36", 513, "dns.large-answer")]
    [InlineData(ResolverKind.Go, "", 1232, null)]
    [InlineData(ResolverKind.Go, "", 1233, "dns.large-answer")]
    public void An_answer_that_fits_into_no_datagram_is_told(ResolverKind resolver, string version, int size, string? rule)
    {
        var world = new DnsWorld { Resolver = resolver, Version = version, Size = size }.Name("payments.shop.svc.cluster.local", DnsOutcome.Answer);
        Assert.Equal(rule, Rules(world.Case("payments")).FirstOrDefault(found => found is "dns.answer-cut" or "dns.large-answer"));
    }

    [Theory]
    [InlineData("payments.other", "payments.other.svc.cluster.local")]
    [InlineData("api.partner.example", "api.partner.example.")]
    public void A_dot_is_offered_only_for_names_that_are_complete(string name, string expected)
    {
        var world = World(ResolverKind.Glibc, DnsWorld.Pod.Replace("search ", "search a.b c.d ", StringComparison.Ordinal)).Name("payments.other.svc.cluster.local", DnsOutcome.Answer);
        var finding = Assert.Single(DnsJudge.Judge(world.Case(name)), finding => finding.Rule == "dns.amplification");
        Assert.StartsWith(expected, finding.Fixes[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1240, 1100L, false)]
    [InlineData(2240, 1100L, true)]
    [InlineData(1240, null, true)]
    [InlineData(4600, 4500L, true)]
    public void The_time_that_our_own_tool_takes_is_not_the_servers(long milliseconds, long? alive, bool isSlow)
    {
        var world = new DnsWorld { Alive = alive }.Name("payments.shop.svc.cluster.local", DnsOutcome.Answer, milliseconds: milliseconds);
        Assert.Equal(isSlow, Rules(world.Case("payments")).Contains("dns.slow"));
    }

    [Fact]
    public void Findings_read_well()
    {
        var text = string.Join("\n", new[]
        {
            World(ResolverKind.Glibc, DnsWorld.Pod).Case("api.partner.example"), World(ResolverKind.Musl, TwoDots).Case("payments.shop.svc"), Lossy(ResolverKind.Glibc).Case("payments"),
        }.SelectMany(DnsJudge.Judge).Select(Text));
        Golden.Matches("findings", text);
    }

    private static DnsWorld Lossy(ResolverKind resolver) => new DnsWorld { Resolver = resolver, Udp = [(DnsOutcome.Answer, 8), (DnsOutcome.Timeout, 10_000), (DnsOutcome.Answer, 5008)] }
        .Name("payments.shop.svc.cluster.local", DnsOutcome.Answer);

    private static DnsWorld World(ResolverKind resolver, string file) => new DnsWorld { Resolver = resolver, File = file }
        .Name("payments.shop.svc.cluster.local", DnsOutcome.Answer)
        .Name("headless.shop.svc.cluster.local", DnsOutcome.NoData)
        .Name("api.partner.example", DnsOutcome.Answer)
        .Name("slow.vendor.example", DnsOutcome.Answer, milliseconds: 3004)
        .Name("lost.vendor.example", DnsOutcome.Timeout)
        .Name("broken.vendor.example", DnsOutcome.ServerFailure)
        .Name("refused.vendor.example", DnsOutcome.Refused);

    private static string? Problem(DnsCase dns) => DnsJudge.Judge(dns).FirstOrDefault(finding => finding.Severity == Severity.Problem)?.Rule;

    private static IEnumerable<string> Rules(DnsCase dns) => DnsJudge.Judge(dns).Select(finding => finding.Rule);

    private static string Text(Finding finding) => string.Join(
        "\n",
        [
            $"{finding.Severity} {finding.Rule}: {finding.Title}", $"  {finding.Explanation}",
            .. finding.Evidence.Select(evidence => $"  [{evidence.Source} {evidence.Path}] {evidence.Detail}"),
            .. finding.Fixes.Select(fix => $"  {fix.Kind}: {fix.Title} ({fix.Language})\n    {fix.Text.ReplaceLineEndings("\n    ")}"), "",
        ]);
}
