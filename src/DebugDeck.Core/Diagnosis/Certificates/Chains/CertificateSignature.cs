using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Chains;

/// <summary>Checks who signed a certificate.</summary>
internal static class CertificateSignature
{
    // A hostile key of a million bits would keep us busy for minutes.
    private const int KeyLimit = 16384;

    /// <summary>True and false are certain; null where this machine cannot check that kind of signature (Ed25519, a policy against SHA-1).</summary>
    public static bool? IsBy(CertificateFacts certificate, CertificateFacts issuer)
    {
        if (issuer.Key.Bits > KeyLimit || Hash(certificate) is not { } hash)
        {
            return null;
        }

        try
        {
            var key = PublicKey.CreateFromSubjectPublicKeyInfo(issuer.Key.Info.Span, out _);
            if (issuer.Key.Algorithm == "RSA")
            {
                using var rsa = key.GetRSAPublicKey();
                var padding = certificate.SignatureAlgorithm == "1.2.840.113549.1.1.10" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
                return rsa?.VerifyData(certificate.Body.Span, certificate.Signature.Span, hash, padding);
            }

            using var curve = issuer.Key.Algorithm == "EC" ? key.GetECDsaPublicKey() : null;
            return curve?.VerifyData(certificate.Body.Span, certificate.Signature.Span, hash, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or PlatformNotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The hash of a signature in words: <c>SHA-1</c>; null for those without one of their own.</summary>
    public static string? HashName(CertificateFacts certificate) => Hash(certificate)?.Name is { } name && name.StartsWith("SHA", StringComparison.Ordinal) ? "SHA-" + name[3..] : Hash(certificate)?.Name;

    public static bool IsWeak(CertificateFacts certificate) => Hash(certificate) is { } hash && (hash == HashAlgorithmName.SHA1 || hash == HashAlgorithmName.MD5);

    private static HashAlgorithmName? Hash(CertificateFacts certificate) => certificate.SignatureAlgorithm switch
    {
        "1.2.840.113549.1.1.4" => HashAlgorithmName.MD5,
        "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" or "1.3.14.3.2.29" => HashAlgorithmName.SHA1,
        "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        "1.2.840.113549.1.1.10" => PssHash(certificate.SignatureParameters),
        _ => null,
    };

    // RSASSA-PSS-params: [0] hashAlgorithm, SHA-1 if it is left out.
    private static HashAlgorithmName? PssHash(ReadOnlyMemory<byte> parameters)
    {
        try
        {
            var sequence = new AsnReader(parameters, AsnEncodingRules.BER).ReadSequence();
            var tag = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
            return !sequence.HasData || !sequence.PeekTag().HasSameClassAndValue(tag) ? HashAlgorithmName.SHA1 : sequence.ReadSequence(tag).ReadSequence().ReadObjectIdentifier() switch
            {
                "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
                "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
                "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
                _ => null,
            };
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
