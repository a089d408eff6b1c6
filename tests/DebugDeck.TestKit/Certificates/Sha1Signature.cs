using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.TestKit.Certificates;

/// <summary>Signs as certificates of before 2016 are signed; .NET itself will not any more.</summary>
internal sealed class Sha1Signature(RSA key) : X509SignatureGenerator
{
    // sha1WithRSAEncryption (RFC 3279), with the NULL that it asks for.
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => Convert.FromHexString("300D06092A864886F70D0101050500");

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

    protected override PublicKey BuildPublicKey() => CreateForRSA(key, RSASignaturePadding.Pkcs1).PublicKey;
}
