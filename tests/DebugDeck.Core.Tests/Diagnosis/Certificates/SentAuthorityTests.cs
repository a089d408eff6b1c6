using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.Core.Diagnosis.Certificates.Rules;
using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.TestKit;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Diagnosis.Certificates;

/// <summary>Which authorities are worth writing out: those that were sent, that the chain leads to, and that the program lacks.</summary>
public sealed class SentAuthorityTests
{
    private const string Bundle = "/etc/ssl/certs/ca-certificates.crt";
    private const string Host = "vault.corp.internal";

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly TestCertificateOptions Long = new() { From = Now.AddYears(-5), Until = Now.AddYears(10) };
    private static readonly TestCertificateOptions Usual = new() { From = Now.AddDays(-30), Until = Now.AddDays(60) };
    private static readonly TestCertificate Public = TestCertificate.Root("Public Root", Long);
    private static readonly TestCertificate Corp = TestCertificate.Root("Corp Internal Root CA", Long);
    private static readonly TestCertificate Other = TestCertificate.Root("Somebody Else's Root CA", Long);

    [Fact]
    public void An_authority_that_was_sent_is_written_with_its_fingerprint_and_the_warning()
    {
        var sent = Assert.Single(Find(Bundled(Public), Corp.Server(Host, Usual), Corp));

        Assert.Equal(($"{Host}:443", "Corp Internal Root CA"), (sent.Server, sent.Certificate.Subject.ShortName));
        Assert.Contains($"SHA-256 {sent.Certificate.Fingerprint}", sent.Pem, StringComparison.Ordinal);
        Assert.Contains("Compare the fingerprint", sent.Pem, StringComparison.Ordinal);
        var read = Assert.Single(CertificateReader.Read(System.Text.Encoding.UTF8.GetBytes(sent.Pem)).Certificates);
        Assert.Equal(sent.Certificate, read.Certificate);
    }

    [Fact]
    public void One_that_was_not_sent_or_is_trusted_already_or_is_no_part_of_the_chain_is_not()
    {
        Assert.Empty(Find(Bundled(Public), Corp.Server(Host, Usual)));
        Assert.Empty(Find(Bundled(Corp), Corp.Server(Host, Usual), Corp));
        Assert.Empty(Find(Bundled(Public), Corp.Server(Host, Usual), Other));
    }

    [Fact]
    public void Where_the_store_could_not_be_read_nobody_knows_what_it_lacks() => Assert.Empty(Find(new CaseBuilder(), Corp.Server(Host, Usual), Corp));

    private static CaseBuilder Bundled(TestCertificate root) => new CaseBuilder()
        .Absent([.. TrustPlaces.KnownBundles, "/etc/ssl/certs", "/etc/pki/tls/certs", "/etc/ssl/cert.pem", "/etc/pki/tls/cacert.pem"])
        .File(Bundle, root.Pem)
        .Process($"SSL_CERT_FILE={Bundle}");

    private static IReadOnlyList<SentAuthority> Find(CaseBuilder build, params TestCertificate[] sent) => SentAuthority.Of(
        new CheckInputs(new Dictionary<string, string> { ["runtime"] = "go", ["endpoints"] = Host }),
        build.With(new TlsRequest(Host, 443, Host), new TlsObservation { Outcome = TlsOutcome.Completed, Chain = [.. sent.Select(certificate => (ReadOnlyMemory<byte>)certificate.Der)] }).Build());
}
