namespace DebugDeck.Core.Certificates;

/// <summary>The public key of a certificate.</summary>
/// <param name="Info">The SubjectPublicKeyInfo.</param>
/// <param name="Algorithm"><c>RSA</c>, <c>EC</c>, <c>Ed25519</c>, <c>DSA</c>, else the object identifier.</param>
/// <param name="Bits">Its size; null if it cannot be told.</param>
public sealed record CertificateKey(ReadOnlyMemory<byte> Info, string Algorithm, int? Bits)
{
    /// <summary>What OpenSSL's security level 2, Go, Java and .NET agree not to trust: RSA and DSA under 2048 bits, curves under 224.</summary>
    public bool IsWeak => Algorithm switch
    {
        "RSA" or "DSA" => Bits < 2048,
        "EC" => Bits < 224,
        _ => false,
    };

    public override string ToString() => Bits is { } bits ? $"{Algorithm} {bits} bits" : Algorithm;
}
