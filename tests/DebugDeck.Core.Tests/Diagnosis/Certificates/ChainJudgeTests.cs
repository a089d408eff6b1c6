using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis.Certificates.Chains;
using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Diagnosis.Certificates;

/// <summary>Our judgement beside OpenSSL's, on the same stores and chains: what it refuses we refuse, for the same reason, and what it takes we take.</summary>
public sealed class ChainJudgeTests
{
    private static readonly TestCertificate Root = TestCertificate.Root("Test Root");
    private static readonly TestCertificate Middle = Root.Authority("Test Middle");
    private static readonly TestCertificate Other = TestCertificate.Root("Other Root");
    private static readonly TestCertificate Corp = TestCertificate.Root("Corp Root");

    // The machine's own clock: the openssl that judges beside us looks at no other.
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly TestCertificateOptions Past = new() { From = Now.AddDays(-90), Until = Now.AddDays(-3) };
    private static readonly TestCertificateOptions Future = new() { From = Now.AddDays(2), Until = Now.AddDays(90) };
    private const string Host = "api.example";

    /// <summary>What is sent, what is trusted, our fault (null for none), and the number of OpenSSL's error.</summary>
    public static TheoryData<string, TestCertificate[], TestCertificate[], ChainFaultKind?, int> Chains
    {
        get
        {
            var expiredMiddle = Root.Authority("Old Middle", Past);
            var expiredRoot = TestCertificate.Root("Old Root", Past);
            var crossed = Other.CrossSign(Root);
            var crossedOld = expiredRoot.CrossSign(Root);
            var noAuthority = Root.Server("not an authority", new() { Names = [Host] });
            var narrow = TestCertificate.Root("Narrow", new() { PathLength = 0 });
            var narrowMiddle = narrow.Authority("Below Narrow");
            var weak = new TestCertificateOptions { RsaBits = 1024 };
            var sha1Root = TestCertificate.Root("RSA Root", new() { RsaBits = 2048 });
            var sha1 = sha1Root.Server(Host, new() { Hash = System.Security.Cryptography.HashAlgorithmName.SHA1 });
            var self = TestCertificate.SelfSigned(Host);
            return new()
            {
                { "good", [Middle.Server(Host), Middle], [Root, Other], null, 0 },
                { "good, root sent as well", [Middle.Server(Host), Middle, Root], [Root], null, 0 },
                { "good, out of order and with a stranger", [Middle.Server(Host), Corp, Root, Middle], [Root], null, 0 },
                { "good, directly below the root", [Root.Server(Host)], [Root], null, 0 },
                { "intermediate not sent", [Middle.Server(Host)], [Root], ChainFaultKind.IssuerUnknown, 20 },
                { "intermediate not sent, but in the store", [Middle.Server(Host)], [Root, Middle], null, 0 },
                { "private authority, not sent", [Corp.Server(Host)], [Root], ChainFaultKind.IssuerUnknown, 20 },
                { "private authority, sent", [Corp.Server(Host), Corp], [Root], ChainFaultKind.RootUntrusted, 19 },
                { "private authority, trusted", [Corp.Server(Host), Corp], [Root, Corp], null, 0 },
                { "same name, other key", [TestCertificate.Root("Test Root").Server(Host)], [Root], ChainFaultKind.IssuerUnknown, 20 },
                { "signed itself", [self], [Root], ChainFaultKind.SelfSigned, 18 },
                { "signed itself and trusted", [self], [self], null, 0 },
                { "empty store", [Middle.Server(Host), Middle], [], ChainFaultKind.IssuerUnknown, 20 },
                { "expired", [Middle.Server(Host, Past), Middle], [Root], ChainFaultKind.Expired, 10 },
                { "expired intermediate", [expiredMiddle.Server(Host), expiredMiddle], [Root], ChainFaultKind.Expired, 10 },
                { "expired root", [expiredRoot.Server(Host)], [expiredRoot], ChainFaultKind.Expired, 10 },
                { "not yet valid", [Middle.Server(Host, Future), Middle], [Root], ChainFaultKind.NotYetValid, 9 },
                { "wrong name", [Middle.Server("other." + Host), Middle], [Root], ChainFaultKind.NameMismatch, 62 },
                { "star for a whole top-level domain", [Middle.Server("*.example"), Middle], [Root], ChainFaultKind.NameMismatch, 62 },
                { "cross-signed, new root trusted", [Middle.Server(Host), Middle, crossed], [Root], null, 0 },
                { "cross-signed, old root trusted", [Middle.Server(Host), Middle, crossed], [Other], null, 0 },
                { "cross-signed by an expired root, new root trusted", [Middle.Server(Host), Middle, crossedOld], [Root, expiredRoot], null, 0 },
                { "signed by a server", [noAuthority.Server(Host), noAuthority], [Root], ChainFaultKind.NotAnAuthority, 79 },
                { "too long", [narrowMiddle.Server(Host), narrowMiddle], [narrow], ChainFaultKind.PathTooLong, 25 },
                { "short key", [Middle.Server(Host, weak), Middle], [Root], ChainFaultKind.WeakKey, 66 },
                { "SHA-1", [sha1], [sha1Root], ChainFaultKind.WeakSignature, 68 },
                { "for clients", [Middle.Server(Host, new() { Uses = ["1.3.6.1.5.5.7.3.2"] }), Middle], [Root], ChainFaultKind.WrongUse, 26 },
                { "an intermediate alone is trusted", [Middle.Server(Host), Middle], [Middle], ChainFaultKind.IssuerUnknown, 2 },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task We_say_what_openssl_says(string name, TestCertificate[] sent, TestCertificate[] trusted, ChainFaultKind? fault, int number)
    {
        using var openssl = new OpenSsl();
        var verdict = ChainJudge.Judge(Question(sent, trusted, TrustRuntime.OpenSsl));

        var (code, output) = await openssl.RunAsync(
            "verify", "-CAfile", openssl.File("store.pem", Pem(trusted.Length == 0 ? [TestCertificate.Root("Nobody")] : trusted)), "-no-CApath", "-no-CAstore", "-purpose", "sslserver",
            "-auth_level", "2", "-verify_hostname", Host, "-untrusted", openssl.File("sent.pem", Pem(sent.Length > 1 ? sent[1..] : sent)), openssl.File("server.pem", sent[0].Pem));

        Assert.True(fault is null == (code == 0), $"{name}: OpenSSL says {output}");
        if (fault is null)
        {
            Assert.Empty(verdict.Faults);
        }
        else
        {
            Assert.Contains($"error {number} at", output, StringComparison.Ordinal);
            Assert.Equal([fault.Value], verdict.Faults.Select(found => found.Kind));
        }
    }

    [Theory]
    [InlineData(TrustRuntime.Go, true)]
    [InlineData(TrustRuntime.Java, true)]
    [InlineData(TrustRuntime.OpenSsl, false)]
    [InlineData(TrustRuntime.Node, false)]
    public void A_trusted_intermediate_is_enough_only_for_some(TrustRuntime runtime, bool isEnough) =>
        Assert.Equal(isEnough, ChainJudge.Judge(Question([Middle.Server(Host), Middle], [Middle], runtime)).IsAccepted);

    [Theory]
    [InlineData(TrustRuntime.Go, false)]
    [InlineData(TrustRuntime.Python, false)]
    [InlineData(TrustRuntime.OpenSsl, true)]
    [InlineData(TrustRuntime.Java, true)]
    public void The_common_name_alone_counts_only_for_some(TrustRuntime runtime, bool counts) =>
        Assert.Equal(counts, ChainJudge.Judge(Question([Root.Server(Host, new() { Names = [] })], [Root], runtime)).IsAccepted);

    [Theory]
    [InlineData(null, true)]
    [InlineData("3.12", true)]
    [InlineData("3.13", false)]
    public async Task Python_from_3_13_refuses_authorities_that_leave_out_what_they_should_say(string? version, bool isAccepted)
    {
        using var openssl = new OpenSsl();
        var lax = TestCertificate.Root("Lax", new() { HasNoExtensions = true });
        var server = lax.Server(Host);
        TestCertificate[] sent = [server];

        var verdict = ChainJudge.Judge(Question(sent, [lax], TrustRuntime.Python) with { Rules = ChainRules.For(TrustRuntime.Python, version) });
        var (strict, _) = await openssl.RunAsync("verify", "-x509_strict", "-CAfile", openssl.File("store.pem", lax.Pem), openssl.File("server.pem", server.Pem));

        Assert.NotEqual(0, strict);
        Assert.Equal(isAccepted, !verdict.Has(ChainFaultKind.NotStrict));
    }

    [Fact]
    public void A_short_key_is_no_reason_for_go_to_refuse_but_sha1_is()
    {
        var root = TestCertificate.Root("RSA", new() { RsaBits = 2048 });

        Assert.True(ChainJudge.Judge(Question([root.Server(Host, new() { RsaBits = 1024 })], [root], TrustRuntime.Go)).IsAccepted);
        Assert.True(ChainJudge.Judge(Question([root.Server(Host, new() { Hash = System.Security.Cryptography.HashAlgorithmName.SHA1 })], [root], TrustRuntime.Go)).Has(ChainFaultKind.WeakSignature));
    }

    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("10.0.0.2", false)]
    [InlineData("fd00::1", true)]
    public void An_address_is_matched_as_an_address(string host, bool matches) =>
        Assert.Equal(matches, ServerName.Matches(Root.Server("x", new() { Addresses = ["10.0.0.1", "fd00:0::1"] }).Facts, host, byCommonName: true));

    [Fact]
    public void A_public_authority_of_a_built_in_list_is_recognised_by_its_name()
    {
        var known = CertificateReader.Read(File.ReadAllBytes("/etc/ssl/certs/ca-certificates.crt")).Certificates.Select(stored => stored.Certificate).ToList();

        Assert.True(PublicAuthorities.Count > 100);
        Assert.True(known.Count(PublicAuthorities.Contains) > known.Count / 2);
        Assert.False(PublicAuthorities.Has(Corp.Facts.Subject));
    }

    [Fact]
    public void A_thousand_authorities_that_sign_each_other_do_not_keep_us_busy()
    {
        var one = TestCertificate.Root("Knot");
        var knot = Enumerable.Range(0, 60).Select(_ => one.CrossSign(one)).ToArray();

        Assert.False(ChainJudge.Judge(Question([one.Server(Host), .. knot], [Root], TrustRuntime.OpenSsl)).IsAccepted);
    }

    private static ChainQuestion Question(TestCertificate[] sent, TestCertificate[] trusted, TrustRuntime runtime) => new()
    {
        Sent = [.. sent.Select(certificate => certificate.Facts)],
        Trusted = [.. trusted.Select(certificate => certificate.Facts)],
        Host = Host,
        Now = Now,
        Rules = ChainRules.For(runtime),
    };

    private static string Pem(IEnumerable<TestCertificate> certificates) => string.Concat(certificates.Select(certificate => certificate.Pem));
}
