using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.Core.Diagnosis.Certificates.Rules;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Diagnosis.Certificates;

/// <summary>Every cause by its rule id, and its healthy twin, from captured evidence.</summary>
public sealed class CertificateCheckTests
{
    private const string Bundle = "/etc/ssl/certs/ca-certificates.crt";
    private const string Host = "api.partner.example";

    // CaseBuilder's evidence was taken then.
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly TestCertificateOptions Long = new() { From = Now.AddYears(-5), Until = Now.AddYears(10) };
    private static readonly TestCertificateOptions Usual = new() { From = Now.AddDays(-30), Until = Now.AddDays(60) };
    private static readonly TestCertificate Root = TestCertificate.Root("Public Root", Long with { Subject = "CN=Public Root, O=Trust Services" });
    private static readonly TestCertificate Middle = Root.Authority("R3", Long with { Subject = "CN=R3, O=Trust Services" });
    private static readonly TestCertificate Corp = TestCertificate.Root("Corp Internal Root CA", Long);
    private static readonly TestCertificate Gateway = TestCertificate.Root("ACME Secure Web Gateway CA", Long);
    private static readonly TlsRequest Request = new(Host, 443, Host);

    public static TheoryData<string, string, TestCertificate[]> Chains => new()
    {
        { "ca.intermediate-missing", Host, [Middle.Server(Host, Usual)] },
        { "ca.authority-missing", Host, [Corp.Server(Host, Usual)] },
        { "ca.authority-missing", Host, [Corp.Server(Host, Usual), Corp] },
        { "ca.self-signed", Host, [TestCertificate.SelfSigned(Host, Usual)] },
        { "ca.intercepted", Host, [Gateway.Server(Host, Usual), Gateway] },
        { "ca.leaf-expired", Host, [Middle.Server(Host, Usual with { Until = Now.AddDays(-3) }), Middle] },
        { "ca.not-yet-valid", Host, [Middle.Server(Host, Usual with { From = Now.AddDays(3) }), Middle] },
        { "ca.name-mismatch", Host, [Middle.Server("other." + Host, Usual), Middle] },
        { "ca.wrong-use", Host, [Middle.Server(Host, Usual with { Uses = ["1.3.6.1.5.5.7.3.2"] }), Middle] },
    };

    [Theory]
    [MemberData(nameof(Chains))]
    public void Each_cause_has_its_rule_in_every_runtime(string rule, string host, TestCertificate[] sent)
    {
        foreach (var variable in new[] { "go", "dotnet", "open-ssl", "python", "unknown" })
        {
            var findings = Run(Image().With(new TlsRequest(host, 443, host), Seen(sent)), variable, host);

            Assert.Equal([rule], Problems(findings));
            var finding = findings.Single(found => found.Rule == rule);
            Assert.NotEmpty(finding.Evidence);
            Assert.NotEmpty(finding.Fixes);
            Assert.NotEmpty(finding.Links);
            Assert.DoesNotContain(finding.Fixes, fix => fix.Text.Contains("insecure", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("go")]
    [InlineData("dotnet")]
    [InlineData("open-ssl")]
    [InlineData("python")]
    [InlineData("unknown")]
    public void A_good_server_and_a_good_store_are_no_problem(string runtime)
    {
        var findings = Run(Image().With(Request, Seen([Middle.Server(Host, Usual), Middle])), runtime, Host);

        Assert.Empty(Problems(findings));
        Assert.Contains(findings, finding => finding is { Rule: "ca.handshake", Severity: Severity.Ok });
        Assert.Contains(findings, finding => finding is { Rule: "ca.store", Severity: Severity.Ok });
    }

    [Fact]
    public void A_container_without_any_authority_says_only_that()
    {
        var findings = Run(Empty().With(Request, Seen([Middle.Server(Host, Usual), Middle])), "go", Host);

        Assert.Equal(["ca.bundle-missing"], Problems(findings));
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Ok);
        Assert.Contains(findings.Single(finding => finding.Rule == "ca.bundle-missing").Fixes, fix => fix.Text.Contains("COPY --from", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_server_to_talk_to_an_empty_store_is_a_warning() =>
        Assert.Equal(Severity.Warning, Assert.Single(new StoreCheck().Evaluate(Inputs("go", null), Empty().Build()), finding => finding.Rule == "ca.bundle-missing").Severity);

    [Fact]
    public void A_bundle_where_the_runtime_does_not_look_is_named()
    {
        var build = Empty().File(Bundle, Root.Pem);
        build.Details = build.Details with { Image = new ImageFacts { Reference = "x" } };

        Assert.Equal(["ca.bundle-elsewhere"], Problems(Run(build.With(Request, Seen([Middle.Server(Host, Usual), Middle])), "open-ssl", Host)));
        Assert.Empty(Problems(Run(build, "go", Host)));
    }

    [Fact]
    public void A_private_authority_that_is_mounted_where_nobody_looks_is_found()
    {
        var build = Image().Directory("/etc/corp-ca", "corp-ca.crt").File("/etc/corp-ca/corp-ca.crt", Corp.Pem).With(Request, Seen([Corp.Server(Host, Usual)]));
        build.Details = build.Details with { Mounts = [new MountFact("/etc/corp-ca", "configMap corp-ca", true)] };

        Assert.Equal(["ca.bundle-elsewhere"], Problems(Run(build, "go", Host)));
    }

    [Theory]
    [InlineData(0x100, "ca.bundle-unreadable")]
    [InlineData(0x124, null)]
    public void A_bundle_that_the_user_may_not_read_is_told_from_none(int mode, string? rule)
    {
        var build = Empty().File(Bundle, System.Text.Encoding.UTF8.GetBytes(Root.Pem), 0, (UnixFileMode)mode).With(Request, Seen([Middle.Server(Host, Usual), Middle]));
        build.Details = build.Details with { Security = new SecurityFacts { UserId = 65532, GroupId = 65532 } };

        Assert.Equal(rule is null ? [] : [rule], Problems(Run(build, "go", Host)));
    }

    [Fact]
    public void A_bundle_that_is_a_page_of_html_is_broken()
    {
        var build = Empty().File(Bundle, "<html>404</html>").With(Request, Seen([Middle.Server(Host, Usual), Middle]));

        Assert.Equal(["ca.bundle-missing"], Problems(Run(build, "go", Host)));
        Assert.Equal(["ca.bundle-broken"], Problems(Run(build.File(Bundle, Root.Pem.Replace("MII", "M?I", StringComparison.Ordinal)), "go", Host)));
    }

    [Fact]
    public void The_authority_that_the_server_sent_is_handed_out_with_its_fingerprint_and_a_warning()
    {
        var finding = Run(Image().With(Request, Seen([Corp.Server(Host, Usual), Corp])), "go", Host).Single(found => found.Rule == "ca.authority-missing");

        var fix = Assert.Single(finding.Fixes, fix => fix.Language == "pem");
        Assert.Contains(Corp.Facts.Fingerprint, fix.Title, StringComparison.Ordinal);
        Assert.Contains("Compare the fingerprint", fix.Title, StringComparison.Ordinal);
        Assert.Contains(Corp.Pem.Trim(), fix.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_shows_us_something_else_is_behind_a_proxy()
    {
        var build = Image()
            .With(Request, Seen([Corp.Server(Host, Usual), Corp]))
            .With(Request with { IsDirect = true }, Seen([Middle.Server(Host, Usual), Middle]));

        Assert.Equal(["ca.intercepted"], Problems(Run(build, "go", Host)));
    }

    [Theory]
    [InlineData(TlsOutcome.Refused, "ca.refused")]
    [InlineData(TlsOutcome.TimedOut, "ca.timeout")]
    [InlineData(TlsOutcome.NameNotFound, "ca.name-not-found")]
    [InlineData(TlsOutcome.Unreachable, "ca.unreachable")]
    [InlineData(TlsOutcome.Closed, "ca.closed")]
    [InlineData(TlsOutcome.NotTls, "ca.not-tls")]
    public void A_connection_that_never_came_to_tls_is_told_apart(TlsOutcome outcome, string rule) =>
        Assert.Equal([rule], Problems(Run(Image().With(Request, new TlsObservation { Outcome = outcome, Answer = "HTTP/1.1 400" }), "go", Host)));

    [Theory]
    [InlineData("protocol_version", false, "ca.protocol")]
    [InlineData("handshake_failure", false, "ca.protocol")]
    [InlineData("handshake_failure", true, "ca.client-certificate")]
    [InlineData("unrecognized_name", false, "ca.name-unknown")]
    public void An_alert_says_what_the_server_did_not_like(string alert, bool asks, string rule) =>
        Assert.Equal([rule], Problems(Run(Image().With(Request, new TlsObservation { Outcome = TlsOutcome.Alert, Alert = alert, AsksForClientCertificate = asks }), "go", Host)));

    [Fact]
    public void Evidence_of_a_handshake_survives_being_kept()
    {
        var evidence = Image().With(Request, Seen([Middle.Server(Host, Usual), Middle])).Build();
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
        {
            EvidenceJson.Write(writer, evidence);
        }

        using var document = System.Text.Json.JsonDocument.Parse(stream.ToArray());
        var again = EvidenceJson.Read(document.RootElement, evidence.TakenAt);

        Assert.Equal(evidence.Find(Request)!.Chain.Select(der => der.ToArray()), again.Find(Request)!.Chain.Select(der => der.ToArray()));
    }

    [Theory]
    [InlineData("api.example", "api.example", 443)]
    [InlineData("https://api.example/path", "api.example", 443)]
    [InlineData("api.example:8443", "api.example", 8443)]
    [InlineData("[fd00::1]:6443", "fd00::1", 6443)]
    public void An_end_point_may_be_written_in_many_ways(string written, string host, int port) =>
        Assert.Equal((host, port), Endpoint.Parse(written) is { } request ? (request.Host, request.Port) : default);

    [Theory]
    [InlineData("-e:443")]
    [InlineData("https://")]
    public void What_is_no_end_point_is_left_out(string written) => Assert.Null(Endpoint.Parse(written));

    private static CaseBuilder Empty() => new CaseBuilder().Absent([.. Core.Diagnosis.Certificates.Stores.TrustPlaces.KnownBundles, "/etc/ssl/certs", "/etc/pki/tls/certs", "/etc/ssl/cert.pem", "/etc/pki/tls/cacert.pem"]).Process("PATH=/usr/bin");

    private static CaseBuilder Image() => Empty().File(Bundle, Root.Pem).Process($"SSL_CERT_FILE={Bundle}");

    private static TlsObservation Seen(TestCertificate[] sent) => new() { Outcome = TlsOutcome.Completed, Protocol = "TLS 1.3", Cipher = "TLS_AES_128_GCM_SHA256", Chain = [.. sent.Select(certificate => (ReadOnlyMemory<byte>)certificate.Der)] };

    private static CheckInputs Inputs(string runtime, string? host) => new(new Dictionary<string, string> { ["runtime"] = runtime, ["endpoints"] = host ?? "" });

    private static List<Finding> Run(CaseBuilder build, string runtime, string host)
    {
        var (inputs, evidence) = (Inputs(runtime, host), build.Build());
        return [.. new StoreCheck().Evaluate(inputs, evidence), .. new HandshakeCheck().Evaluate(inputs, evidence)];
    }

    private static IEnumerable<string> Problems(IEnumerable<Finding> findings) => findings.Where(finding => finding.Severity == Severity.Problem).Select(finding => finding.Rule).Distinct();
}
