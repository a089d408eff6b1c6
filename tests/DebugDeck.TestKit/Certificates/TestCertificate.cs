using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Core.Certificates;

namespace DebugDeck.TestKit.Certificates;

/// <summary>A certificate with its key, made for a test; it can sign others, be they good or not.</summary>
public sealed class TestCertificate
{
    private readonly AsymmetricAlgorithm _key;
    private readonly X509Certificate2 _certificate;

    private TestCertificate(X509Certificate2 certificate, AsymmetricAlgorithm key) => (_certificate, _key) = (certificate, key);

    public string Pem => _certificate.ExportCertificatePem() + "\n";

    public string KeyPem => _key.ExportPkcs8PrivateKeyPem() + "\n";

    public byte[] Der => _certificate.RawData;

    public CertificateFacts Facts => CertificateParser.TryParse(Der, out var fault) ?? throw new InvalidOperationException(fault);

    /// <summary>An authority that signs itself.</summary>
    public static TestCertificate Root(string name, TestCertificateOptions? options = null) => Make(name, null, (options ?? new()) with { IsAuthority = true });

    /// <summary>An authority below this one.</summary>
    public TestCertificate Authority(string name, TestCertificateOptions? options = null) => Make(name, this, (options ?? new()) with { IsAuthority = true });

    /// <summary>A server's certificate for a DNS name.</summary>
    public TestCertificate Server(string name, TestCertificateOptions? options = null) =>
        Make(name, this, options is null ? new() { Names = [name] } : options with { Names = options.Names ?? [name] });

    /// <summary>The same name and key as <paramref name="other"/>, signed by this one.</summary>
    public TestCertificate CrossSign(TestCertificate other, TestCertificateOptions? options = null) =>
        Make(other._certificate.SubjectName, this, (options ?? new()) with { IsAuthority = true }, other._key);

    /// <summary>A server without an authority.</summary>
    public static TestCertificate SelfSigned(string name, TestCertificateOptions? options = null) => Make(name, null, (options ?? new()) with { Names = [name] });

    private static TestCertificate Make(string name, TestCertificate? issuer, TestCertificateOptions options) =>
        Make(new X500DistinguishedName(options.Subject ?? $"CN={name}"), issuer, options, options.NewKey());

    private static TestCertificate Make(X500DistinguishedName subject, TestCertificate? issuer, TestCertificateOptions options, AsymmetricAlgorithm key)
    {
        var request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, options.Hash, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, options.Hash);
        foreach (var extension in options.Extensions(request.PublicKey, issuer?._certificate))
        {
            request.CertificateExtensions.Add(extension);
        }

        var generator = (issuer?._key ?? key) switch
        {
            RSA signer when options.Hash == HashAlgorithmName.SHA1 => new Sha1Signature(signer),
            RSA signer => X509SignatureGenerator.CreateForRSA(signer, RSASignaturePadding.Pkcs1),
            var signer => X509SignatureGenerator.CreateForECDsa((ECDsa)signer),
        };
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7f;
        serial[0] |= 1;
        return new TestCertificate(request.Create(issuer?._certificate.SubjectName ?? subject, generator, options.From, options.Until, serial), key);
    }
}
