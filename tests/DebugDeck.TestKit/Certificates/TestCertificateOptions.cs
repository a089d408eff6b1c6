using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.TestKit.Certificates;

/// <summary>What is right or wrong with a certificate of a test.</summary>
public sealed record TestCertificateOptions
{
    public DateTimeOffset From { get; init; } = TimeProvider.System.GetUtcNow().AddDays(-30);

    public DateTimeOffset Until { get; init; } = TimeProvider.System.GetUtcNow().AddDays(60);

    /// <summary>The whole subject; else only the common name.</summary>
    public string? Subject { get; init; }

    public IReadOnlyList<string>? Names { get; init; }

    public IReadOnlyList<string> Addresses { get; init; } = [];

    public bool IsAuthority { get; init; }

    /// <summary>0 for a curve (P-256), else RSA of so many bits.</summary>
    public int RsaBits { get; init; }

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public int? PathLength { get; init; }

    /// <summary>As certificates of old were: no basic constraints, no key usage.</summary>
    public bool HasNoExtensions { get; init; }

    public IReadOnlyList<string>? Uses { get; init; }

    internal AsymmetricAlgorithm NewKey() => RsaBits == 0 ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(RsaBits);

    internal IEnumerable<X509Extension> Extensions(PublicKey key, X509Certificate2? issuer)
    {
        if (HasNoExtensions)
        {
            yield break;
        }

        yield return new X509BasicConstraintsExtension(IsAuthority, PathLength is not null, PathLength ?? 0, critical: true);
        yield return new X509KeyUsageExtension(IsAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature, critical: true);
        yield return new X509SubjectKeyIdentifierExtension(key, critical: false);
        if (issuer?.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } id)
        {
            yield return X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(id);
        }

        if (Uses is not null)
        {
            yield return new X509EnhancedKeyUsageExtension([.. Uses.Select(use => new Oid(use))], critical: false);
        }

        if (Names is { Count: > 0 } || Addresses.Count > 0)
        {
            var names = new SubjectAlternativeNameBuilder();
            foreach (var name in Names ?? [])
            {
                names.AddDnsName(name);
            }

            foreach (var address in Addresses)
            {
                names.AddIpAddress(IPAddress.Parse(address));
            }

            yield return names.Build();
        }
    }
}
