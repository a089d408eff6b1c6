using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Practice.Network.Endpoints;

/// <summary>The certificate authorities of a world, made when it starts.</summary>
internal sealed class WorldAuthorities : IDisposable
{
    private readonly DateTimeOffset _now;

    public WorldAuthorities(DateTimeOffset now)
    {
        _now = now;
        PublicRoot = Root("Practice Public Root CA");
        OtherRoot = Root("Practice Trust Services Root R1");
        Intermediate = Issue("Practice Public Intermediate R3", PublicRoot, isAuthority: true, [], now.AddYears(-1), now.AddYears(4));
        PrivateRoot = Root("Corp Internal Root CA");
        Interceptor = Root("ACME Secure Web Gateway CA");
    }

    public X509Certificate2 PublicRoot { get; }

    public X509Certificate2 OtherRoot { get; }

    public X509Certificate2 Intermediate { get; }

    public X509Certificate2 PrivateRoot { get; }

    public X509Certificate2 Interceptor { get; }

    /// <summary>The bundle that base images carry.</summary>
    public string PublicBundle => PublicRoot.ExportCertificatePem() + "\n" + OtherRoot.ExportCertificatePem() + "\n";

    /// <summary>The authority that a company would hand out.</summary>
    public string PrivateBundle => PrivateRoot.ExportCertificatePem() + "\n";

    /// <summary>The certificate of a server.</summary>
    public X509Certificate2 Server(string name, X509Certificate2 issuer, DateTimeOffset? from = null, DateTimeOffset? until = null) =>
        Issue(name, issuer, isAuthority: false, [name], from ?? _now.AddDays(-30), until ?? _now.AddDays(60));

    public DateTimeOffset Now => _now;

    public void Dispose()
    {
        foreach (var certificate in new[] { PublicRoot, OtherRoot, Intermediate, PrivateRoot, Interceptor })
        {
            certificate.Dispose();
        }
    }

    private X509Certificate2 Root(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key, isAuthority: true, []);
        return request.CreateSelfSigned(_now.AddYears(-5), _now.AddYears(15));
    }

    private static X509Certificate2 Issue(
        string name, X509Certificate2 issuer, bool isAuthority, IReadOnlyList<string> dnsNames, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key, isAuthority, dnsNames);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var certificate = request.Create(issuer, from, until, RandomNumberGenerator.GetBytes(16));
        return certificate.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string name, ECDsa key, bool isAuthority, IReadOnlyList<string> dnsNames)
    {
        var request = new CertificateRequest(isAuthority ? $"CN={name}, O=Practice" : $"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            isAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature, critical: true));
        if (dnsNames.Count > 0)
        {
            var names = new SubjectAlternativeNameBuilder();
            foreach (var dnsName in dnsNames)
            {
                names.AddDnsName(dnsName);
            }

            request.CertificateExtensions.Add(names.Build());
        }

        return request;
    }
}
