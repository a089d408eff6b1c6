namespace DebugDeck.Core.Certificates;

/// <summary>What a file of certificates turned out to hold.</summary>
public sealed record CertificateFile
{
    public static CertificateFile Nothing { get; } = new();

    public CertificateFormat Format { get; init; }

    /// <summary>In the order of the file, doubles included.</summary>
    public IReadOnlyList<StoredCertificate> Certificates { get; init; } = [];

    /// <summary>What in it could not be read; a client may stumble over it.</summary>
    public IReadOnlyList<CertificateFault> Faults { get; init; } = [];

    /// <summary>There is more than was looked at.</summary>
    public bool IsCut { get; init; }

    /// <summary>It holds a private key, which has no business in a bundle that everybody may read.</summary>
    public bool HasPrivateKey { get; init; }

    /// <summary>A trust store that is locked with a password of its own.</summary>
    public bool IsLocked { get; init; }

    public int Count => Certificates.Count;

    /// <summary>The first day on which one of its certificates is no longer valid; null if it is empty.</summary>
    public DateTimeOffset? FirstExpiry => Certificates.Count == 0 ? null : Certificates.Min(stored => stored.Certificate.NotAfter);

    public DateTimeOffset? LastExpiry => Certificates.Count == 0 ? null : Certificates.Max(stored => stored.Certificate.NotAfter);

    public IEnumerable<CertificateFacts> ExpiredAt(DateTimeOffset now) =>
        Certificates.Select(stored => stored.Certificate).Where(certificate => certificate.IsExpiredAt(now));
}
