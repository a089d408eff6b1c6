namespace DebugDeck.Core.Certificates;

/// <summary>What clients make of a part of a file that is not as it should be.</summary>
public enum CertificateFaultKind
{
    /// <summary>They pass over it (a private key, a revocation list, a block of another kind).</summary>
    Ignored,

    /// <summary>They do not see that a block begins there, and the certificate is not in their store.</summary>
    Unseen,

    /// <summary>A block that is broken: OpenSSL refuses the whole file, Go leaves the block out.</summary>
    Broken,
}
