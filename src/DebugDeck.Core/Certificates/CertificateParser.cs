using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace DebugDeck.Core.Certificates;

/// <summary>Reads one certificate. Lenient where OpenSSL is (BER lengths, unknown extensions), and never trusts a length.</summary>
public static class CertificateParser
{
    /// <summary>Far more than any real certificate has; what is larger is not looked into.</summary>
    public const int SizeLimit = 256 * 1024;

    // GeneralizedTime has four digits; OpenSSL and Go read the two of UTCTime as 1950 to 2049.
    private const int LastTwoDigitYear = 2049;

    /// <summary>The certificate, or null with the reason why it is none.</summary>
    public static CertificateFacts? TryParse(ReadOnlyMemory<byte> der, out string? fault)
    {
        fault = der.Length > SizeLimit ? $"larger than {SizeLimit / 1024} KiB" : null;
        if (fault is not null)
        {
            return null;
        }

        try
        {
            return Parse(der);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException or FormatException or OverflowException or ArgumentException)
        {
            fault = "not an X.509 certificate";
            return null;
        }
    }

    private static CertificateFacts Parse(ReadOnlyMemory<byte> bytes)
    {
        var outer = new AsnReader(bytes, AsnEncodingRules.BER);
        var whole = outer.PeekEncodedValue();
        var certificate = outer.ReadSequence();
        var signed = certificate.PeekEncodedValue();
        var body = certificate.ReadSequence();
        var algorithm = certificate.ReadSequence();
        var signatureAlgorithm = algorithm.ReadObjectIdentifier();
        var parameters = algorithm.HasData ? algorithm.ReadEncodedValue() : default;
        var signature = certificate.ReadBitString(out _);

        var version = 1;
        var versionTag = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        if (body.PeekTag().HasSameClassAndValue(versionTag))
        {
            var number = body.ReadSequence(versionTag);
            version = number.TryReadInt32(out var written) && written is >= 0 and <= 2 ? written + 1 : throw new AsnContentException();
        }

        var serial = body.ReadIntegerBytes();
        body.ReadSequence();
        var issuer = Name(body.ReadEncodedValue());
        var validity = body.ReadSequence();
        var (from, until) = (Time(validity), Time(validity));
        var subject = Name(body.ReadEncodedValue());
        var key = Key(body.ReadEncodedValue());
        return new CertificateFacts
        {
            Der = whole,
            Body = signed,
            Signature = signature,
            SignatureAlgorithm = signatureAlgorithm,
            SignatureParameters = parameters,
            Serial = Convert.ToHexString(serial.Span),
            Version = version,
            Issuer = issuer,
            Subject = subject,
            NotBefore = from,
            NotAfter = until,
            Key = key,
            Extensions = ExtensionParser.Parse(body),
        }.WithFingerprint();
    }

    private static DistinguishedName Name(ReadOnlyMemory<byte> encoded) => new(encoded, SubjectHash.Canonical(encoded));

    private static DateTimeOffset Time(AsnReader reader) => reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
        ? reader.ReadUtcTime(LastTwoDigitYear)
        : reader.ReadGeneralizedTime();

    private static CertificateKey Key(ReadOnlyMemory<byte> info)
    {
        var reader = new AsnReader(info, AsnEncodingRules.BER).ReadSequence();
        var algorithm = reader.ReadSequence();
        var id = algorithm.ReadObjectIdentifier();
        var bits = reader.ReadBitString(out _);
        return id switch
        {
            "1.2.840.113549.1.1.1" or "1.2.840.113549.1.1.10" => new CertificateKey(info, "RSA", Modulus(bits)),
            "1.2.840.10045.2.1" => new CertificateKey(info, "EC", CurveBits(algorithm)),
            "1.2.840.10040.4.1" => new CertificateKey(info, "DSA", algorithm.HasData ? FirstInteger(algorithm.ReadSequence()) : null),
            "1.3.101.112" => new CertificateKey(info, "Ed25519", 256),
            "1.3.101.113" => new CertificateKey(info, "Ed448", 456),
            _ => new CertificateKey(info, id, null),
        };
    }

    private static int Modulus(ReadOnlyMemory<byte> key) => FirstInteger(new AsnReader(key, AsnEncodingRules.BER).ReadSequence());

    private static int FirstInteger(AsnReader reader)
    {
        var bytes = reader.ReadIntegerBytes().Span.TrimStart((byte)0);
        return bytes.IsEmpty ? 0 : (bytes.Length * 8) - BitOperations.LeadingZeroCount(bytes[0]) + 24;
    }

    private static int? CurveBits(AsnReader algorithm) =>
        !algorithm.HasData || algorithm.PeekTag() != Asn1Tag.ObjectIdentifier ? null : algorithm.ReadObjectIdentifier() switch
        {
            "1.2.840.10045.3.1.1" => 192,
            "1.3.132.0.33" => 224,
            "1.2.840.10045.3.1.7" or "1.3.132.0.10" => 256,
            "1.3.132.0.34" => 384,
            "1.3.132.0.35" => 521,
            _ => null,
        };
}
