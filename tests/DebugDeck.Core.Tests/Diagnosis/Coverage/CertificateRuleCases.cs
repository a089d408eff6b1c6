using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.Core.Diagnosis.Certificates.Rules;
using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Diagnosis.Coverage;

/// <summary>The rules <c>ca.*</c>.</summary>
internal static class CertificateRuleCases
{
    private const string Bundle = "/etc/ssl/certs/ca-certificates.crt";
    private const string Host = "api.partner.example";

    // CaseBuilder's evidence was taken then.
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly TestCertificateOptions Long = new() { From = Now.AddYears(-5), Until = Now.AddYears(10) };
    private static readonly TestCertificateOptions Usual = new() { From = Now.AddDays(-30), Until = Now.AddDays(60) };
    private static readonly TestCertificateOptions Past = new() { From = Now.AddDays(-90), Until = Now.AddDays(-3) };
    private static readonly TestCertificate Root = TestCertificate.Root("Public Root", Long with { Subject = "CN=Public Root, O=Trust Services" });
    private static readonly TestCertificate Middle = Root.Authority("R3", Long with { Subject = "CN=R3, O=Trust Services" });
    private static readonly TestCertificate Corp = TestCertificate.Root("Corp Internal Root CA", Long);
    private static readonly TestCertificate Gateway = TestCertificate.Root("ACME Secure Web Gateway CA", Long);
    private static readonly TestCertificate OldRoot = TestCertificate.Root("Old Root", Past);
    private static readonly TestCertificate OldMiddle = Root.Authority("R0", Past);
    private static readonly TestCertificate Narrow = TestCertificate.Root("Narrow", Long with { PathLength = 0 });
    private static readonly TestCertificate BelowNarrow = Narrow.Authority("Below Narrow", Long);
    private static readonly TestCertificate Signer = Root.Server("signer.example", Usual);
    private static readonly TestCertificate Lax = TestCertificate.Root("Lax", Long with { HasNoExtensions = true });
    private static readonly TestCertificate Good = Middle.Server(Host, Usual);
    private static readonly TlsRequest Request = new(Host, 443, Host);

    public static IEnumerable<RuleCase> All =>
    [
        new("ca.store", () => Run(Image()), () => Run(Bare())),
        new("ca.handshake", () => Run(Image()), () => Run(Image(), Good)),
        new("ca.store-unknown", () => Run(new CaseBuilder().Process()), () => Run(Image())),
        new("ca.store-expired", () => Run(Image(OldRoot)), () => Run(Image(Root))),
        new("ca.bundle-missing", () => Run(Bare()), () => Run(Image())),
        new("ca.bundle-elsewhere", () => Run(Beside(), Good, Middle, "open-ssl"), () => Run(Beside(), Good, Middle, "go")),
        new("ca.bundle-broken", () => Run(Image().File(Bundle, Root.Pem.Replace("MII", "M?I", StringComparison.Ordinal))), () => Run(Image())),
        new("ca.bundle-unreadable", () => Run(Readable(0x100)), () => Run(Readable(0x124))),
        new("ca.not-read", () => Run(Mounted(), Good, Middle, "open-ssl"), () => Run(Mounted(), Good, Middle, "java")),
        new("ca.no-endpoint", () => Checks(Image(), "go", null), () => Run(Image())),
        new("ca.not-tried", () => Checks(Image(), "go", Host), () => Run(Image())),
        new("ca.not-judged", () => Run(new CaseBuilder().Process()), () => Run(Image())),
        new("ca.intermediate-missing", () => Run(Image(), Good), () => Run(Image(Root, Middle), Good, "go")),
        new("ca.authority-missing", () => Run(Image(), Corp.Server(Host, Usual)), () => Run(Image(Root, Corp), Corp.Server(Host, Usual))),
        new("ca.self-signed", () => Run(Image(), TestCertificate.SelfSigned(Host, Usual)), () => Run(Image(), Corp.Server(Host, Usual), Corp)),
        new("ca.intercepted", () => Run(Image(), Gateway.Server(Host, Usual), Gateway), () => Run(Image(Root, Gateway), Gateway.Server(Host, Usual), Gateway)),
        new("ca.leaf-expired", () => Run(Image(), Middle.Server(Host, Past), Middle), () => Run(Image(), OldMiddle.Server(Host, Usual), OldMiddle)),
        new("ca.intermediate-expired", () => Run(Image(), OldMiddle.Server(Host, Usual), OldMiddle), () => Run(Image(), Middle.Server(Host, Past), Middle)),
        new("ca.root-expired", () => Run(Image(OldRoot), OldRoot.Server(Host, Usual)), () => Run(Image(Root, OldRoot))),
        new("ca.not-yet-valid", () => Run(Image(), Middle.Server(Host, Usual with { From = Now.AddMinutes(1) }), Middle), () => Run(Image(), Middle.Server(Host, Usual with { From = Now.AddMinutes(-1) }), Middle)),
        new("ca.name-mismatch", () => Run(Image(), Middle.Server("*.example", Usual), Middle), () => Run(Image(), Middle.Server("*.partner.example", Usual), Middle)),
        new("ca.weak", () => Run(Image(), Middle.Server(Host, Usual with { RsaBits = 1024 }), Middle, "open-ssl"), () => Run(Image(), Middle.Server(Host, Usual with { RsaBits = 1024 }), Middle, "go")),
        new("ca.not-an-authority", () => Run(Image(), Signer.Server(Host, Usual), Signer), () => Run(Image(), Good, Middle)),
        new("ca.path-too-long", () => Run(Image(Narrow), BelowNarrow.Server(Host, Usual), BelowNarrow), () => Run(Image(Narrow), Narrow.Server(Host, Usual))),
        new("ca.wrong-use", () => Run(Image(), Middle.Server(Host, Usual with { Uses = ["1.3.6.1.5.5.7.3.2"] }), Middle), () => Run(Image(), Middle.Server(Host, Usual with { Uses = ["1.3.6.1.5.5.7.3.1"] }), Middle)),
        new("ca.strict", () => Strict("3.13.1"), () => Strict("3.12.9")),
        new("ca.client-certificate", () => Seen(Completed(true, "certificate_required")), () => Seen(Completed(true, null))),
        new("ca.client-certificate-welcome", () => Seen(Completed(true, null)), () => Seen(Completed(false, null))),
        new("ca.protocol", () => Seen(Alert("protocol_version")), () => Seen(Alert("internal_error"))),
        new("ca.name-unknown", () => Seen(Alert("unrecognized_name")), () => Seen(Alert("handshake_failure"))),
        new("ca.alert", () => Seen(Alert("internal_error")), () => Seen(Alert("unrecognized_name"))),
        new("ca.not-tls", () => Seen(Ends(TlsOutcome.NotTls)), () => Seen(Ends(TlsOutcome.Closed))),
        new("ca.closed", () => Seen(Ends(TlsOutcome.Closed)), () => Seen(Ends(TlsOutcome.NotTls))),
        new("ca.refused", () => Seen(Ends(TlsOutcome.Refused)), () => Seen(Ends(TlsOutcome.TimedOut))),
        new("ca.timeout", () => Seen(Ends(TlsOutcome.TimedOut)), () => Seen(Ends(TlsOutcome.Refused))),
        new("ca.unreachable", () => Seen(Ends(TlsOutcome.Unreachable)), () => Seen(Ends(TlsOutcome.TimedOut))),
        new("ca.name-not-found", () => Seen(Ends(TlsOutcome.NameNotFound)), () => Seen(Ends(TlsOutcome.Unreachable))),
        new("ca.handshake-failed", () => Seen(Ends(TlsOutcome.Failed)), () => Seen(Ends(TlsOutcome.Closed))),
    ];

    private static CaseBuilder Bare() => new CaseBuilder().Absent([.. TrustPlaces.KnownBundles, "/etc/ssl/certs", "/etc/pki/tls/certs"]).Process("PATH=/usr/bin");

    private static CaseBuilder Image(params TestCertificate[] trusted) => Bare()
        .File(Bundle, string.Concat((trusted.Length == 0 ? [Root] : trusted).Select(one => one.Pem))).Process($"SSL_CERT_FILE={Bundle}");

    private static CaseBuilder Beside() => Bare().File(Bundle, Root.Pem);

    private static CaseBuilder Readable(int mode)
    {
        var build = Bare().File(Bundle, System.Text.Encoding.UTF8.GetBytes(Root.Pem), 0, (UnixFileMode)mode);
        build.Details = build.Details with { Security = new SecurityFacts { UserId = 65532, GroupId = 65532 } };
        return build;
    }

    private static CaseBuilder Mounted()
    {
        var build = Image().Directory("/etc/corp-ca", "corp-ca.crt").File("/etc/corp-ca/corp-ca.crt", Corp.Pem);
        build.Details = build.Details with { Mounts = [new MountFact("/etc/corp-ca", "configMap corp-ca", true)] };
        return build;
    }

    private static TlsObservation Completed(bool asks, string? alert) => new()
    {
        Outcome = TlsOutcome.Completed,
        Protocol = "TLS 1.3",
        Cipher = "TLS_AES_128_GCM_SHA256",
        Chain = [Good.Der, Middle.Der],
        AsksForClientCertificate = asks,
        Alert = alert,
    };

    private static TlsObservation Alert(string alert) => new() { Outcome = TlsOutcome.Alert, Alert = alert };

    private static TlsObservation Ends(TlsOutcome outcome) => new() { Outcome = outcome, Answer = "HTTP/1.1 400" };

    private static IEnumerable<string> Seen(TlsObservation seen) => Checks(Image().With(Request, seen), "go", Host);

    private static IEnumerable<string> Run(CaseBuilder build) => Run(build, Good, Middle);

    private static IEnumerable<string> Run(CaseBuilder build, TestCertificate server, string runtime = "go") => Run(build, [server], runtime);

    private static IEnumerable<string> Run(CaseBuilder build, TestCertificate server, TestCertificate above, string runtime = "go") => Run(build, [server, above], runtime);

    private static IEnumerable<string> Run(CaseBuilder build, TestCertificate[] sent, string runtime) =>
        Checks(build.With(Request, Completed(false, null) with { Chain = [.. sent.Select(one => (ReadOnlyMemory<byte>)one.Der)] }), runtime, Host);

    private static IEnumerable<string> Strict(string version) => Core.Diagnosis.Certificates.Chains.ChainJudge.Judge(new Core.Diagnosis.Certificates.Chains.ChainQuestion
    {
        Sent = [Lax.Server(Host, Usual).Facts],
        Trusted = [Lax.Facts],
        Host = Host,
        Now = Now,
        Rules = Core.Diagnosis.Certificates.Chains.ChainRules.For(TrustRuntime.Python, version),
    }).Has(Core.Diagnosis.Certificates.Chains.ChainFaultKind.NotStrict) ? ["ca.strict"] : [];

    private static IEnumerable<string> Checks(CaseBuilder build, string runtime, string? host)
    {
        var (inputs, evidence) = (new CheckInputs(new Dictionary<string, string> { ["runtime"] = runtime, ["endpoints"] = host ?? "" }), build.Build());
        return [.. new StoreCheck().Evaluate(inputs, evidence).Concat(new HandshakeCheck().Evaluate(inputs, evidence)).Select(finding => finding.Rule)];
    }
}
