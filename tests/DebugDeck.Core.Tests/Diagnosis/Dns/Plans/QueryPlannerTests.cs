using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Configuration;
using DebugDeck.Core.Diagnosis.Dns.Plans;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Plans;

public sealed class QueryPlannerTests
{
    private const string Pod = "search shop.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n";
    private const string PodTwoDots = "search shop.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:2\n";
    private const string Node = "search shop.svc.cluster.local svc.cluster.local cluster.local corp.example\nnameserver 10.96.0.10\nnameserver 192.0.2.53\noptions ndots:5\n";

    [Theory]
    [InlineData(ResolverKind.Glibc, Pod, "api.partner.example", "api.partner.example.shop.svc.cluster.local api.partner.example.svc.cluster.local api.partner.example.cluster.local api.partner.example", 8, 2)]
    [InlineData(ResolverKind.Musl, Pod, "api.partner.example.", "api.partner.example", 2, 2)]
    [InlineData(ResolverKind.Glibc, PodTwoDots, "payments.shop.svc", "payments.shop.svc payments.shop.svc.shop.svc.cluster.local payments.shop.svc.svc.cluster.local payments.shop.svc.cluster.local", 8, 2)]
    [InlineData(ResolverKind.Go, PodTwoDots, "payments.shop.svc", "payments.shop.svc payments.shop.svc.shop.svc.cluster.local payments.shop.svc.svc.cluster.local payments.shop.svc.cluster.local", 8, 2)]
    [InlineData(ResolverKind.Musl, PodTwoDots, "payments.shop.svc", "payments.shop.svc", 2, 2)]
    [InlineData(ResolverKind.Musl, PodTwoDots, "payments.shop", "payments.shop.shop.svc.cluster.local payments.shop.svc.cluster.local payments.shop.cluster.local payments.shop", 8, 2)]
    [InlineData(ResolverKind.Glibc, Node, "api", "api.shop.svc.cluster.local api.svc.cluster.local api.cluster.local api.corp.example api", 10, 2)]
    [InlineData(ResolverKind.Musl, Node, "api", "api.shop.svc.cluster.local api.svc.cluster.local api.cluster.local api.corp.example api", 20, 4)]
    [InlineData(ResolverKind.Glibc, "nameserver 10.0.0.1\noptions no-aaaa\n", "api", "api", 1, 1)]
    public void Every_name_is_planned_in_order(ResolverKind kind, string file, string name, string names, int questions, int needed)
    {
        var plan = Plan(kind, file, name);
        Assert.Equal(names, string.Join(' ', plan.Names.Select(planned => planned.Name)));
        Assert.Equal((questions, needed), (plan.Questions, plan.Needed));
    }

    [Theory]
    [InlineData("203.0.113.7", "it is an address")]
    [InlineData("fd00::1", "it is an address")]
    [InlineData("a..b", "it cannot be a name: labels have 1 to 63 characters, and a name 253 at most")]
    [InlineData("db", "/etc/hosts says 10.1.1.1")]
    public void What_needs_no_question_is_told(string name, string reason) =>
        Assert.Equal(reason, QueryPlanner.Plan(name, Settings(ResolverKind.Glibc, Pod), HostsFile.Parse("10.1.1.1 db\n")).NoQuestions);

    [Fact]
    public void A_switch_without_dns_asks_nobody_except_on_musl_which_has_no_switch()
    {
        var sources = NameServiceSwitch.Parse("hosts: files");
        Assert.NotNull(QueryPlanner.Plan("api", Settings(ResolverKind.Glibc, Pod), HostsFile.Empty, sources).NoQuestions);
        Assert.Null(QueryPlanner.Plan("api", Settings(ResolverKind.Musl, Pod), HostsFile.Empty, sources).NoQuestions);
    }

    [Theory]
    [InlineData(ResolverKind.Glibc, DnsOutcome.NoSuchName, 4)]
    [InlineData(ResolverKind.Glibc, DnsOutcome.NoData, 4)]
    [InlineData(ResolverKind.Glibc, DnsOutcome.ServerFailure, 4)]
    [InlineData(ResolverKind.Glibc, DnsOutcome.Timeout, 2)]
    [InlineData(ResolverKind.Glibc, DnsOutcome.Refused, 2)]
    [InlineData(ResolverKind.Musl, DnsOutcome.NoSuchName, 4)]
    [InlineData(ResolverKind.Musl, DnsOutcome.NoData, 1)]
    [InlineData(ResolverKind.Musl, DnsOutcome.ServerFailure, 1)]
    [InlineData(ResolverKind.Go, DnsOutcome.Timeout, 4)]
    [InlineData(ResolverKind.Go, DnsOutcome.ServerFailure, 4)]
    public void A_bad_end_ends_the_lookup_or_not(ResolverKind kind, DnsOutcome outcome, int asked) =>
        Assert.Equal(asked, QueryWalk.Of(Plan(kind, Pod, "api"), _ => FamilyOutcomes.Same(outcome)).Asked.Count);

    [Fact]
    public void What_is_wasted_is_computed()
    {
        var walk = QueryWalk.Of(Plan(ResolverKind.Glibc, Node, "api.partner.example"), name => FamilyOutcomes.Same(name.IsAsGiven ? DnsOutcome.Answer : DnsOutcome.NoSuchName));
        Assert.Equal((10, 8, DnsOutcome.Answer), (walk.Questions, walk.Wasted, walk.Outcome));
    }

    [Theory]
    [InlineData(ResolverKind.Glibc, DnsOutcome.Answer, DnsOutcome.NoSuchName, DnsOutcome.Answer)]
    [InlineData(ResolverKind.Musl, DnsOutcome.Answer, DnsOutcome.NoSuchName, DnsOutcome.NoSuchName)]
    [InlineData(ResolverKind.Musl, DnsOutcome.Answer, DnsOutcome.NoData, DnsOutcome.Answer)]
    [InlineData(ResolverKind.Musl, DnsOutcome.Answer, DnsOutcome.ServerFailure, DnsOutcome.ServerFailure)]
    [InlineData(ResolverKind.Go, DnsOutcome.NoSuchName, DnsOutcome.NoData, DnsOutcome.NoData)]
    public void Musl_wants_both_families_without_error(ResolverKind kind, DnsOutcome v4, DnsOutcome v6, DnsOutcome both) =>
        Assert.Equal(both, new FamilyOutcomes(v4, v6).For(kind));

    private static QueryPlan Plan(ResolverKind kind, string file, string name) => QueryPlanner.Plan(name, Settings(kind, file), HostsFile.Empty);

    private static ResolverSettings Settings(ResolverKind kind, string file) => ResolverSettings.Of(new Resolver(kind), ResolvConf.Parse(file));
}
