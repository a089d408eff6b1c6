using System.Globalization;
using System.Text;

namespace DebugDeck.Core.Certificates;

/// <summary>
/// Reads certificates in PEM as clients do, and notes what they stumble over: a block that does not begin at the start of a line is not seen by OpenSSL
/// and Go, a broken one spoils the whole file for OpenSSL.
/// </summary>
internal static class PemBundle
{
    private const int FaultLimit = 50;

    public static CertificateFile Read(ReadOnlySpan<byte> text)
    {
        var certificates = new List<StoredCertificate>();
        var faults = new List<CertificateFault>();
        var (isCut, hasKey, number) = (false, false, 0);
        PemBlock? block = null;
        foreach (var range in text.Split((byte)'\n'))
        {
            number++;
            var line = text[range].TrimEnd(" \t\r"u8);
            if (Label(line, "-----BEGIN "u8) is { } begun)
            {
                Unfinished(block, faults);
                block = new PemBlock(begun, number);
            }
            else if (block is not null && Label(EndOf(line), "-----END "u8) is { } ended)
            {
                if (line.IndexOf("-----BEGIN "u8) >= 0)
                {
                    faults.Add(new CertificateFault(Place(number), Hidden(line), CertificateFaultKind.Unseen));
                }

                if (certificates.Count >= CertificateReader.CertificateLimit || faults.Count >= FaultLimit)
                {
                    isCut = true;
                    break;
                }

                hasKey |= block.IsPrivateKey;
                Finish(block, ended, certificates, faults);
                block = null;
            }
            else if (block is not null)
            {
                block.Add(line);
            }
            else if (faults.Count < FaultLimit && line.IndexOf("-----BEGIN "u8) >= 0)
            {
                faults.Add(new CertificateFault(Place(number), Hidden(line), CertificateFaultKind.Unseen));
            }
        }

        Unfinished(block, faults);
        return new CertificateFile { Format = CertificateFormat.Pem, Certificates = certificates, Faults = faults, IsCut = isCut, HasPrivateKey = hasKey };
    }

    private static void Finish(PemBlock block, string ended, List<StoredCertificate> certificates, List<CertificateFault> faults)
    {
        var place = Place(block.Line);
        var form = block.Form;
        if (form is null)
        {
            faults.Add(new CertificateFault(place, $"a block of another kind ({block.Label})", CertificateFaultKind.Ignored));
        }
        else if (ended != block.Label)
        {
            faults.Add(new CertificateFault(place, "its END line does not match its BEGIN line", CertificateFaultKind.Broken));
        }
        else if (block.Decode() is not { } der)
        {
            faults.Add(new CertificateFault(place, "not valid base64", CertificateFaultKind.Broken));
        }
        else if (CertificateParser.TryParse(der, out var fault) is { } certificate)
        {
            certificates.Add(new StoredCertificate(certificate, place, form.Value));
        }
        else
        {
            faults.Add(new CertificateFault(place, fault!, CertificateFaultKind.Broken));
        }
    }

    private static void Unfinished(PemBlock? block, List<CertificateFault> faults)
    {
        if (block?.Form is not null && faults.Count < FaultLimit)
        {
            faults.Add(new CertificateFault(Place(block.Line), "the block has no END line", CertificateFaultKind.Broken));
        }
    }

    private static string Hidden(ReadOnlySpan<byte> line) =>
        line.StartsWith(Encoding.UTF8.Preamble) ? "a byte order mark stands before it"
        : line.IndexOf("\\n"u8) >= 0 ? "its line breaks are written as \\n"
        : line.TrimStart(" \t"u8).StartsWith("-----BEGIN "u8) ? "it is indented"
        : "it does not begin at the start of a line";

    // Files glued together where the first has no line break at its end: what begins on this line is lost.
    private static ReadOnlySpan<byte> EndOf(ReadOnlySpan<byte> line) =>
        line.StartsWith("-----END "u8) && line.IndexOf("-----BEGIN "u8) is > 0 and var glued ? line[..glued] : line;

    private static string? Label(ReadOnlySpan<byte> line, ReadOnlySpan<byte> prefix) =>
        line.StartsWith(prefix) && line.EndsWith("-----"u8) && line.Length > prefix.Length + 5 && line.Length < 100
            ? Encoding.ASCII.GetString(line[prefix.Length..^5])
            : null;

    private static string Place(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");
}
