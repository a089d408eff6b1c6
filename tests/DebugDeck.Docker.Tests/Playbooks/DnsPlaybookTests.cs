using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>The playbook <c>dns</c> on containers whose names really fail, against real name servers; what it says is compared with what their programs get.</summary>
[Collection(EnginePlaybooks.Name)]
public sealed class DnsPlaybookTests(DnsBed bed) : IClassFixture<DnsBed>
{
    private const string Search = "search shop.svc.cluster.local svc.cluster.local cluster.local\noptions ndots:5 timeout:1 attempts:1\n";

    /// <summary>Name, the rules for glibc, and those for musl where they are of interest.</summary>
    public static TheoryData<string, string, string?> Names => new()
    {
        { "payments", "", "" },
        { "api.partner.example.", "", null },
        { "api.partner.example", "dns.amplification", null },
        { "nobody.partner.example.", "dns.no-such-name", null },
        { "text", "dns.no-data", "dns.no-data" },
        { "www.bogus.test.", "dns.server-failure", null },
        { "www.elsewhere.org.", "dns.refused", "dns.refused" },
        { "cdn.vendor.example", "dns.search-capture", null },
        { "catalog", "", "dns.search-ended" },
        { "big.example.", "", "dns.answer-cut" },
    };

    private bool IsOldMusl => bed.Musl.Musl < new Version(1, 2, 4);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_ends_in_its_rules_as_it_does_for_the_program(string name, string glibc, string? musl)
    {
        DnsBed.Require();
        var file = $"nameserver {bed.Good.Address}\n{Search}";
        await ExpectAsync(bed.Glibc, file, name, glibc, fails: glibc is not ("" or "dns.amplification" or "dns.search-capture"));
        if (musl is not null)
        {
            await ExpectMuslAsync(file, name, musl == "dns.answer-cut" && !IsOldMusl ? "" : musl, fails: musl is not ("" or "dns.answer-cut"));
        }
    }

    [Fact]
    public async Task Musl_leaves_the_search_list_out_for_names_with_enough_dots_and_glibc_does_not()
    {
        DnsBed.Require();
        var file = $"nameserver {bed.Good.Address}\n{Search}options ndots:2\n";
        await ExpectAsync(bed.Glibc, file, "payments.shop.svc", "dns.amplification", fails: false);
        await ExpectMuslAsync(file, "payments.shop.svc", "dns.musl-no-search", fails: true);
    }

    [Fact]
    public async Task A_second_server_that_knows_other_names_hurts_where_all_are_asked_at_once()
    {
        DnsBed.Require();
        var file = $"nameserver {bed.Good.Address}\nnameserver {bed.Other.Address}\n{Search}";
        await ExpectAsync(bed.Glibc, file, "payments", "dns.servers-disagree", fails: false);
        await bed.Musl.ConfigureAsync(file);
        Assert.Contains("dns.servers-disagree", PlaybookBench.Rules(await bed.Bench.RunAsync("dns", bed.Musl.Container, "host=payments"), Severity.Problem), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_that_cannot_be_used_are_told_apart()
    {
        DnsBed.Require();
        const string options = "options timeout:1 attempts:1\n";
        await bed.Deaf.HangAsync();
        await bed.Narrow.DropAsync("tcp");
        await bed.Glibc.UnreachableAsync("192.0.2.77");

        await Task.WhenAll(bed.Programs.Zip(
            [$"nameserver {bed.Deaf.Address}\n{options}", $"nameserver {bed.Other.Address}\nnameserver {bed.Deaf.Address}\n{options}", $"nameserver {bed.Narrow.Address}\n{Search}"],
            ["dns.server-silent", "dns.next-server-down", "dns.amplification dns.tcp-blocked"])
            .Select(row => ExpectAsync(row.First, row.Second, "www.bogus.test", row.Third, fails: row.Third == "dns.server-silent")));
        await ExpectAsync(bed.Glibc, $"nameserver 192.0.2.77\n{options}", "payments", "dns.no-route", fails: true);
        await ExpectAsync(bed.Glibc, $"nameserver 127.0.0.1\n{options}", "payments", "dns.server-refuses", fails: true);
    }

    private Task ExpectMuslAsync(string file, string name, string rules, bool fails) =>
        ExpectAsync(bed.Musl, file, name, string.Join(' ', rules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(IsOldMusl ? ["dns.musl-no-tcp"] : []).Order(StringComparer.Ordinal)), fails);

    private async Task ExpectAsync(NameProgram program, string file, string name, string rules, bool fails)
    {
        await program.ConfigureAsync(file);
        PlaybookBench.Expect(rules, await bed.Bench.RunAsync("dns", program.Container, $"host={name}"));
        Assert.Equal(fails, await program.AskAsync(name) < 0);
    }
}
