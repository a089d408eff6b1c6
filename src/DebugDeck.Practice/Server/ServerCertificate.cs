using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Practice.Server;

/// <summary>A certificate authority and the server's certificate, made when a cluster starts and gone with it.</summary>
internal sealed class ServerCertificate : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private ServerCertificate(X509Certificate2 server, string authorityPem)
    {
        Server = server;
        AuthorityPem = authorityPem;
    }

    public X509Certificate2 Server { get; }

    /// <summary>What a kubeconfig must trust.</summary>
    public string AuthorityPem { get; }

    public static ServerCertificate Create(DateTimeOffset now)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=debugdeck-practice-ca", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        var authorityKeyId = new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, false);
        authorityRequest.CertificateExtensions.Add(authorityKeyId);

        // An hour back, for clients whose clock is a little behind ours.
        var from = now.AddHours(-1);
        using var authority = authorityRequest.CreateSelfSigned(from, now + Lifetime);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=debugdeck-practice", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(authorityKeyId));
        using var certificate = request.Create(authority, from, now + Lifetime, RandomNumberGenerator.GetBytes(16));
        using var withKey = certificate.CopyWithPrivateKey(key);

        // Windows' TLS wants the key in its own store, which the round trip through PKCS#12 gives it.
        var server = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
        return new ServerCertificate(server, authority.ExportCertificatePem());
    }

    public void Dispose() => Server.Dispose();
}
