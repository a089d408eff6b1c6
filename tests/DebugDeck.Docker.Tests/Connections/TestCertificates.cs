using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Docker.Endpoints;

namespace DebugDeck.Docker.Tests.Connections;

/// <summary>A private authority and what it has signed, as files like Docker's.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ddtls-").FullName;

    public TestCertificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));

        // In date by the machine's own clock: TLS looks at no other.
        var now = TimeProvider.System.GetUtcNow();
        Authority = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(PathOf("ca.pem"), Authority.ExportCertificatePem());
        using var client = Issue("CN=client", null);
        File.WriteAllText(PathOf("cert.pem"), client.ExportCertificatePem());
        File.WriteAllText(PathOf("key.pem"), client.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
    }

    public X509Certificate2 Authority { get; }

    /// <summary>All three files, checks on.</summary>
    public EndpointTls Full => new(PathOf("ca.pem"), PathOf("cert.pem"), PathOf("key.pem"), SkipVerify: false);

    /// <summary>A certificate for a server at this address of the machine.</summary>
    public X509Certificate2 IssueFor(IPAddress address)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        return Issue("CN=engine", names);
    }

    private X509Certificate2 Issue(string subject, SubjectAlternativeNameBuilder? names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (names is not null)
        {
            request.CertificateExtensions.Add(names.Build());
        }

        using var signed = request.Create(Authority, Authority.NotBefore, Authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        Authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
