using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Lookups;
using DebugDeck.Core.Diagnosis.Dns.Wire;
using DebugDeck.Core.Playbooks.Probes;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Playbooks.Running;

public sealed class NetworkProbeTests
{
    private static readonly CheckInputs Inputs = new([KeyValuePair.Create("host", "db")]);

    private static CaseBuilder Configured => new CaseBuilder().File("/etc/resolv.conf", "nameserver 10.0.0.10\nsearch shop.svc\noptions ndots:2\n").File("/etc/hosts", "127.0.0.1 localhost\n10.1.1.1 cache\n");

    [Fact]
    public void An_address_needs_no_lookup()
    {
        var probe = new LookupProbe("192.0.2.1");

        Assert.Empty(probe.Needs(Inputs, Configured.Build()));
        Assert.True(probe.Observe(Inputs, Configured.Build())!.Exists);
    }

    [Fact]
    public void A_name_in_the_targets_hosts_needs_none_either() => Assert.True(new LookupProbe("cache").Observe(Inputs, Configured.Build())!.Exists);

    [Fact]
    public void A_name_is_asked_for_with_every_suffix_by_the_targets_own_server()
    {
        var needs = new LookupProbe("{{host}}").Needs(Inputs, Configured.Build()).OfType<DnsLookupRequest>().Select(request => $"{request.Server} {request.Type} {request.Name}");

        Assert.Equal(["10.0.0.10 A db.shop.svc", "10.0.0.10 Aaaa db.shop.svc", "10.0.0.10 A db", "10.0.0.10 Aaaa db"], needs);
    }

    [Theory]
    [InlineData(DnsOutcome.Answer, true)]
    [InlineData(DnsOutcome.NoSuchName, false)]
    [InlineData(DnsOutcome.Timeout, false)]
    public void What_the_server_says_counts(DnsOutcome outcome, bool exists)
    {
        var request = new DnsLookupRequest("10.0.0.10", "db.shop.svc", DnsRecordType.A);
        var evidence = Configured.With(request, new DnsLookup([new DnsAttempt(outcome, 3, outcome == DnsOutcome.Answer ? ["10.2.3.4"] : [], 30, false, null)])).Build();

        var seen = new LookupProbe("{{host}}").Observe(Inputs, evidence)!;

        Assert.Equal((exists, exists ? "10.2.3.4" : ""), (seen.Exists, seen.Text));
    }

    [Fact]
    public void Without_the_configuration_nothing_is_concluded() => Assert.Null(new LookupProbe("db").Observe(Inputs, new CaseBuilder().Build()));

    [Theory]
    [InlineData(TlsOutcome.Completed, true)]
    [InlineData(TlsOutcome.Refused, false)]
    public void A_handshake_is_there_if_it_was_completed(TlsOutcome outcome, bool exists)
    {
        var evidence = new CaseBuilder().With(new TlsRequest("db", 8443, "db"), new TlsObservation { Outcome = outcome, Protocol = "TLS 1.3" }).Build();

        Assert.Equal(exists, new TlsProbe("{{host}}:8443").Observe(Inputs, evidence)!.Exists);
    }
}
