using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using DebugDeck.Core.Certificates;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Certificates.Stores;

/// <summary>What we read out of a certificate is what OpenSSL reads out of it.</summary>
public sealed class CertificateFactsTests
{
    [Theory]
    [InlineData("CN=Simple")]
    [InlineData("CN=  Two   Spaces  , O=Ünïcode & Söhne, C=DE")]
    [InlineData("C=US, ST=New York, L=New York, O=\"Comma, Inc.\", OU=R+D, CN=UPPER lower")]
    [InlineData("CN=Corp Root CA+OU=Multi, DC=corp, DC=example, E=ca@corp.example")]
    public async Task The_subjects_hash_is_the_one_that_openssl_computes(string subject)
    {
        using var openssl = new OpenSsl();
        var certificate = TestCertificate.Root("x", new() { Subject = subject });

        var (_, hash) = await openssl.RunAsync("x509", "-in", openssl.File("a.pem", certificate.Pem), "-noout", "-subject_hash");

        Assert.Equal(hash.Trim(), certificate.Facts.Subject.Hash);
    }

    [Fact]
    public async Task Every_authority_of_this_machine_has_the_hash_and_fingerprint_that_openssl_gives_it()
    {
        const string bundle = "/etc/ssl/certs/ca-certificates.crt";
        Assert.SkipUnless(File.Exists(bundle), $"needs {bundle} (package ca-certificates)");
        using var openssl = new OpenSsl();
        var certificates = CertificateReader.Read(await File.ReadAllBytesAsync(bundle, TestContext.Current.CancellationToken)).Certificates;
        Assert.True(certificates.Count > 50);

        foreach (var (index, stored) in certificates.Index().Where(pair => pair.Index % 6 == 0))
        {
            var (_, output) = await openssl.RunAsync(
                "x509", "-inform", "DER", "-in", openssl.File("a.der", stored.Certificate.Der.ToArray()), "-noout", "-subject_hash", "-fingerprint", "-sha256", "-serial");
            var lines = output.Split('\n');

            Assert.Equal(lines[0], stored.Certificate.Subject.Hash);
            Assert.EndsWith(stored.Certificate.Fingerprint, lines[1], StringComparison.Ordinal);
            Assert.Equal(Number(lines[2]["serial=".Length..]), Number(stored.Certificate.Serial));
            Assert.True(stored.Certificate is { IsAuthority: true, IsSelfIssued: true, Key.Bits: >= 256 }, index.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void A_server_certificate_says_whom_it_is_for_and_who_signed_it()
    {
        var root = TestCertificate.Root("Root");
        var until = new DateTimeOffset(2027, 3, 4, 5, 6, 7, TimeSpan.Zero);
        var facts = root.Server("api.example", new() { Names = ["api.example", "*.api.example"], Addresses = ["10.0.0.1", "fd00::1"], Until = until, RsaBits = 2048 }).Facts;

        Assert.Equal(["api.example", "*.api.example"], facts.Extensions.Names);
        Assert.Equal(["10.0.0.1", "fd00::1"], facts.Extensions.Addresses);
        Assert.Equal(until, facts.NotAfter);
        Assert.Equal(("RSA", 2048), (facts.Key.Algorithm, facts.Key.Bits));
        Assert.Equal(root.Facts.Extensions.KeyId, facts.Extensions.IssuerKeyId);
        Assert.Equal(root.Facts.Subject, facts.Issuer);
        Assert.False(facts.IsAuthority);
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(2048, false)]
    [InlineData(0, false)]
    public void A_short_key_is_weak(int bits, bool isWeak) => Assert.Equal(isWeak, TestCertificate.Root("x", new() { RsaBits = bits }).Facts.Key.IsWeak);

    [Fact]
    public void A_signature_tells_its_own_hash() =>
        Assert.Equal("1.2.840.113549.1.1.5", TestCertificate.Root("x", new() { RsaBits = 2048, Hash = HashAlgorithmName.SHA1 }).Facts.SignatureAlgorithm);

    private static BigInteger Number(string digits) => BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
