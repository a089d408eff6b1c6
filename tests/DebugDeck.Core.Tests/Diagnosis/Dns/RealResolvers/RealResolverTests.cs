using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Configuration;
using DebugDeck.Core.Diagnosis.Dns.Plans;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.RealResolvers;

/// <summary>What the plans say is compared with what glibc and musl really send.</summary>
public sealed class RealResolverTests(ResolverBed bed) : IClassFixture<ResolverBed>
{
    private const string Pod = "nameserver 127.0.0.1\nsearch shop.svc.cluster.local svc.cluster.local cluster.local\noptions ndots:5 timeout:1 attempts:1\n";
    private const string TwoDots = "nameserver 127.0.0.1\nsearch shop.svc.cluster.local svc.cluster.local cluster.local\noptions ndots:2 timeout:1 attempts:1\n";
    private const string TwoServers = "nameserver 127.0.0.1\nnameserver 127.0.0.2\nsearch shop.svc.cluster.local svc.cluster.local\noptions ndots:5 timeout:1 attempts:1\n";
    private static readonly string SevenSearch = $"nameserver 127.0.0.1\nsearch {string.Join(' ', Enumerable.Range(1, 6).Select(i => $"part{i}.example"))} shop.svc.cluster.local\noptions ndots:1 timeout:1 attempts:1\n";
    private static readonly string OneDot = Pod.Replace("ndots:5", "ndots:1", StringComparison.Ordinal);
    private static readonly string Cut = $"nameserver 127.0.0.1\nsearch {new string('x', 60)}.example {new string('y', 60)}.example {new string('z', 60)}.example {new string('w', 40)}.example svc.cluster.local\noptions ndots:5 timeout:1 attempts:1\n";
    private static readonly string LongSearch = $"nameserver 127.0.0.1\nsearch shop.svc.cluster.local {string.Join(' ', Enumerable.Range(0, 30).Select(i => $"part{i:00}.example"))}\noptions ndots:5 timeout:1 attempts:1\n";

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var libc in new[] { "glibc", "musl" })
        {
            foreach (var (file, name) in new[]
            {
                (Pod, "api.partner.example"), (Pod, "api.partner.example."), (Pod, "payments"), (Pod, "payments.shop"), (Pod, "payments.shop.svc"), (Pod, "paymentz"),
                (Pod, "text"), (TwoDots, "payments.shop.svc"), (TwoDots, "api.partner.example"), (TwoDots, "nobody.partner.example"), (TwoServers, "payments"),
                (TwoServers, "nobody.partner.example"), (LongSearch, "payments"), (Pod, "203.0.113.7"), (Pod, "localhost"),
                (OneDot, "payments"), (OneDot, "payments.shop"), (OneDot, "paymentz"), (OneDot, "api.partner.example"), (OneDot, "nobody.partner.example."), (SevenSearch, "payments"), (SevenSearch, "a.example"),
                (Cut, "payments.shop"), (Pod + "options ndots:99\n", "a.b.c.d.e.f.g.h.example"), (Pod + "options ndots:0\n", "payments"), (Pod + "options single-request\n", "api.partner.example"),
                (Pod + "options single-request-reopen\n", "api.partner.example"), (Pod + "options no-aaaa\n", "api.partner.example"), (Pod + "options no-tld-query\n", "paymentz"), (Pod + "search svc.cluster.local\n", "payments.shop"),
                (Pod + "domain svc.cluster.local\n", "paymentz"), ("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n", "payments"), ("options ndots:2 timeout:1 attempts:1\nsearch shop.svc.cluster.local.\n", "payments"),
            })
            {
                cases.Add(libc, file, name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_plan_is_what_the_resolver_really_sends(string libc, string file, string name)
    {
        Assert.SkipUnless(ResolverBed.IsPossible, "namespaces of its own need root");
        var settings = ResolverSettings.Of(new Resolver(libc == "musl" ? ResolverKind.Musl : ResolverKind.Glibc), ResolvConf.Parse(file));
        var plan = QueryPlanner.Plan(name, settings, HostsFile.Parse(await File.ReadAllTextAsync("/etc/hosts", TestContext.Current.CancellationToken)));
        var walk = QueryWalk.Of(plan, planned => Ends(planned.Name));

        var (first, second, found) = await bed.AskAsync(file, [bed.Program(libc), name], TestContext.Current.CancellationToken);

        var expected = walk.Asked.SelectMany(asked => plan.Families == AddressFamilies.V4 ? ["A " + asked.Name.Name] : new[] { "A " + asked.Name.Name, "AAAA " + asked.Name.Name }).ToList();
        Assert.Equal(expected, first);
        Assert.Equal(plan.ServersAtOnce.Count > 1 ? expected : [], second);
        Assert.Equal(walk.Questions, first.Count + second.Count);
        Assert.Equal(walk.Found is not null || plan.NoQuestions is not null, found);
    }

    [Fact]
    public async Task Getent_of_glibc_asks_family_after_family_for_hosts_and_like_any_program_for_ahosts()
    {
        Assert.SkipUnless(ResolverBed.IsPossible, "namespaces of its own need root");
        var hosts = await bed.AskAsync(Pod, ["getent", "hosts", "payments"], TestContext.Current.CancellationToken);
        var ahosts = await bed.AskAsync(Pod, ["getent", "ahosts", "payments"], TestContext.Current.CancellationToken);
        Assert.Equal("A payments.shop.svc.cluster.local", hosts.First[^1]);
        Assert.Equal(5, hosts.First.Count);
        Assert.Equal(["A payments.shop.svc.cluster.local", "AAAA payments.shop.svc.cluster.local"], ahosts.First);
    }

    [Fact]
    public async Task Nslookup_of_busybox_uses_the_search_list_for_names_without_a_dot_only()
    {
        Assert.SkipUnless(ResolverBed.IsPossible, "namespaces of its own need root");
        var plain = await bed.AskAsync(Pod, ["busybox", "nslookup", "payments"], TestContext.Current.CancellationToken);
        var dotted = await bed.AskAsync(Pod, ["busybox", "nslookup", "api.partner.example"], TestContext.Current.CancellationToken);
        Assert.Equal(6, plain.First.Count);
        Assert.Equal(["A api.partner.example", "AAAA api.partner.example"], dotted.First);
    }

    [Fact]
    public async Task Ping_of_busybox_asks_as_the_library_it_was_built_with_does()
    {
        Assert.SkipUnless(ResolverBed.IsPossible, "namespaces of its own need root");
        var file = ResolvConf.Parse(Pod);
        var plan = QueryPlanner.Plan("payments.shop.svc", ResolverSettings.Of(new Resolver(ResolverKind.Glibc), file), HostsFile.Empty);
        var (first, _, _) = await bed.AskAsync(Pod, ["busybox", "ping", "-c", "1", "-W", "1", "payments.shop.svc"], TestContext.Current.CancellationToken);
        Assert.Equal(QueryWalk.Of(plan, planned => Ends(planned.Name)).Asked.Select(asked => asked.Name.Name), first.Select(question => question.Split(' ')[1]).Distinct());
    }

    [Fact]
    public async Task Glibc_goes_through_the_search_list_whatever_came_of_the_name_as_it_was_given()
    {
        Assert.SkipUnless(ResolverBed.IsPossible, "namespaces of its own need root");
        const string file = "nameserver 127.0.0.1\nsearch svc.cluster.local cluster.local\noptions ndots:1 timeout:1 attempts:1\n";
        var glibc = await bed.AskAsync(file, [bed.Program("glibc"), "a.vendor.test"], TestContext.Current.CancellationToken);
        var musl = await bed.AskAsync(file, [bed.Program("musl"), "a.vendor.test"], TestContext.Current.CancellationToken);
        string[] names = ["a.vendor.test", "a.vendor.test.svc.cluster.local", "a.vendor.test.cluster.local"];
        Assert.Equal(names, glibc.First.Select(question => question.Split(' ')[1]).Distinct());
        Assert.Equal(names[..1], musl.First.Select(question => question.Split(' ')[1]).Distinct());
    }

    [Fact]
    public async Task A_refusal_ends_a_search_on_glibc_and_on_musl()
    {
        Assert.SkipUnless(ResolverBed.IsPossible, "namespaces of its own need root");
        const string file = "nameserver 127.0.0.1\nsearch vendor.test svc.cluster.local\noptions ndots:5 timeout:1 attempts:1\n";
        var glibc = await bed.AskAsync(file, [bed.Program("glibc"), "a.example"], TestContext.Current.CancellationToken);
        var musl = await bed.AskAsync(file, [bed.Program("musl"), "a.example"], TestContext.Current.CancellationToken);
        Assert.Equal(["a.example.vendor.test", "a.example"], glibc.First.Select(question => question.Split(' ')[1]).Distinct());
        Assert.Equal(["a.example.vendor.test"], musl.First.Select(question => question.Split(' ')[1]).Distinct());
    }

    // What dnsmasq is told: A records without AAAA, one name with neither, the rest does not exist.
    private static FamilyOutcomes Ends(string name) => name switch
    {
        "api.partner.example" or "payments.shop.svc.cluster.local" => new FamilyOutcomes(DnsOutcome.Answer, DnsOutcome.NoData),
        "text.shop.svc.cluster.local" => FamilyOutcomes.Same(DnsOutcome.NoData),
        _ when "payments.shop.svc.cluster.local".EndsWith("." + name, StringComparison.Ordinal) || name == "partner.example" => FamilyOutcomes.Same(DnsOutcome.NoData),
        _ => FamilyOutcomes.Same(DnsOutcome.NoSuchName),
    };
}
