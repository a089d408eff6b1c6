using System.Globalization;

namespace DebugDeck.Core.Certificates;

/// <summary>
/// Reads a Java key store (JKS): magic, version, entries of certificates and of keys, and a digest that only guards against accidents. Certificates
/// in it are not encrypted, so no password is needed.
/// </summary>
internal static class JavaKeyStore
{
    private const int KeyEntry = 1;
    private const int CertificateEntry = 2;

    public static CertificateFile Read(ReadOnlyMemory<byte> content)
    {
        var certificates = new List<StoredCertificate>();
        var faults = new List<CertificateFault>();
        var hasKey = false;
        var reader = new JavaDataReader(content);
        reader.Skip(4);
        var (version, count) = (reader.Number(), reader.Number());
        var number = 0;
        if (version is not (1 or 2) || count < 0)
        {
            faults.Add(new CertificateFault("the file", $"a Java key store of the unknown version {version}", CertificateFaultKind.Broken));
            count = 0;
        }

        while (number < count && certificates.Count < CertificateReader.CertificateLimit && faults.Count == 0)
        {
            number++;
            var (kind, alias) = (reader.Number(), reader.Text());
            reader.Skip(8);
            if (kind == KeyEntry)
            {
                hasKey = true;
                reader.Bytes();
                var chain = reader.Number();
                for (var i = 0; i < chain && !reader.IsShort; i++)
                {
                    reader.Certificate(version);
                }
            }
            else if (kind == CertificateEntry && reader.Certificate(version) is { IsEmpty: false } der)
            {
                if (CertificateParser.TryParse(der, out var fault) is { } certificate)
                {
                    certificates.Add(new StoredCertificate(certificate, $"alias {alias}"));
                }
                else
                {
                    faults.Add(new CertificateFault(Place(number), fault!, CertificateFaultKind.Broken));
                }
            }

            if (reader.IsShort || kind is not (KeyEntry or CertificateEntry))
            {
                faults.Add(new CertificateFault(Place(number), reader.IsShort ? "the file ends in the middle of it" : $"an entry of the unknown kind {kind}", CertificateFaultKind.Broken));
            }
        }

        return new CertificateFile { Format = CertificateFormat.Jks, Certificates = certificates, Faults = faults, IsCut = number < count && faults.Count == 0, HasPrivateKey = hasKey };
    }

    private static string Place(int number) => string.Create(CultureInfo.InvariantCulture, $"entry {number}");
}
