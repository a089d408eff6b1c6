namespace DebugDeck.Core.Certificates;

/// <summary>Reads a file of certificates of whatever format. What is in it is hostile: time and memory are bounded, nothing is thrown.</summary>
public static class CertificateReader
{
    /// <summary>More than any bundle has; the largest public ones have about 150.</summary>
    public const int CertificateLimit = 2000;

    /// <param name="content">The file.</param>
    /// <param name="isCut">It is only the beginning of the file.</param>
    public static CertificateFile Read(ReadOnlyMemory<byte> content, bool isCut = false)
    {
        var file = Recognize(content) switch
        {
            CertificateFormat.Jks => JavaKeyStore.Read(content),
            CertificateFormat.Pkcs12 => Pkcs12Store.Read(content),
            CertificateFormat.Der => Single(content),
            CertificateFormat.Pem => PemBundle.Read(content.Span),
            _ => CertificateFile.Nothing,
        };
        return isCut ? file with { IsCut = true } : file;
    }

    /// <summary>What the first bytes give away.</summary>
    public static CertificateFormat Recognize(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        return bytes switch
        {
            [0xfe, 0xed, 0xfe, 0xed, ..] => CertificateFormat.Jks,
            [0x30, ..] when Pkcs12Store.LooksLike(content) => CertificateFormat.Pkcs12,
            [0x30, 0x82 or 0x83 or 0x81 or 0x80, ..] => CertificateFormat.Der,
            _ when bytes.IndexOf("-----BEGIN "u8) >= 0 => CertificateFormat.Pem,
            _ => CertificateFormat.Unknown,
        };
    }

    private static CertificateFile Single(ReadOnlyMemory<byte> content) => CertificateParser.TryParse(content, out var fault) is { } certificate
        ? new CertificateFile { Format = CertificateFormat.Der, Certificates = [new StoredCertificate(certificate, "the file")] }
        : new CertificateFile { Format = CertificateFormat.Der, Faults = [new CertificateFault("the file", fault!, CertificateFaultKind.Broken)] };
}
