using System.Security.Cryptography;

namespace DebugDeck.Core.Certificates;

/// <summary>
/// What an X.509 certificate says (RFC 5280), as plain data: nothing of the machine's own cryptography is asked, so the same bytes mean the same everywhere.
/// All text in it is as hostile as the file it came from.
/// </summary>
public sealed record CertificateFacts
{
    /// <summary>The whole certificate.</summary>
    public required ReadOnlyMemory<byte> Der { get; init; }

    /// <summary>The part that is signed.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>Object identifier of the signature's algorithm.</summary>
    public required string SignatureAlgorithm { get; init; }

    /// <summary>In DER; for RSA-PSS the hash is in here. Empty if there are none.</summary>
    public ReadOnlyMemory<byte> SignatureParameters { get; init; }

    /// <summary>In hexadecimal digits, as OpenSSL prints it.</summary>
    public required string Serial { get; init; }

    public required DistinguishedName Subject { get; init; }

    public required DistinguishedName Issuer { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    public required CertificateKey Key { get; init; }

    public CertificateExtensions Extensions { get; init; } = new();

    /// <summary>SHA-256 of the certificate, in the form <c>openssl x509 -fingerprint -sha256</c> prints.</summary>
    public string Fingerprint { get; private init; } = "";

    /// <summary>Subject and issuer are the same name; only its signature tells whether it really signed itself.</summary>
    public bool IsSelfIssued => Subject.Equals(Issuer);

    /// <summary>It may sign others: it says so, or is of the old version that could not say.</summary>
    public bool IsAuthority => Extensions.IsAuthority ?? (Version < 3 && IsSelfIssued);

    /// <summary>1 to 3.</summary>
    public int Version { get; init; } = 3;

    public bool IsExpiredAt(DateTimeOffset now) => now > NotAfter;

    public bool IsTooNewAt(DateTimeOffset now) => now < NotBefore;

    /// <summary>Two readings of the same bytes are the same certificate.</summary>
    public bool Equals(CertificateFacts? other) => other is not null && Fingerprint == other.Fingerprint;

    public override int GetHashCode() => Fingerprint.GetHashCode(StringComparison.Ordinal);

    internal CertificateFacts WithFingerprint() =>
        this with { Fingerprint = Convert.ToHexString(SHA256.HashData(Der.Span)).Chunk(2).Aggregate("", (sum, pair) => sum + (sum.Length == 0 ? "" : ":") + new string(pair)) };
}
