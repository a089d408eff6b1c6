using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace DebugDeck.Core.Certificates;

/// <summary>Reads a PKCS #12 trust store: open, or locked with the password that every JDK's <c>cacerts</c> has.</summary>
internal static class Pkcs12Store
{
    // Not a secret: the JDK documents it, and its cacerts hold nothing but public certificates.
    private static readonly string?[] Passwords = [null, "", "changeit", "changeme"];

    // A store may ask for any number of rounds of key derivation; the JDK's has 10,000, and a hostile one would keep us busy for hours.
    private const int RoundLimit = 600_000;

    // Java takes a certificate for an authority only with this attribute, which keytool writes and OpenSSL does not.
    private const string JavaTrust = "2.16.840.1.113894.746875.1.1";

    /// <summary>A sequence that begins with the version 3, which no certificate does.</summary>
    public static bool LooksLike(ReadOnlyMemory<byte> content)
    {
        try
        {
            AsnDecoder.ReadSequence(content.Span, AsnEncodingRules.BER, out var start, out var length, out _);
            return AsnDecoder.TryReadInt32(content.Span.Slice(start, length), AsnEncodingRules.BER, out var version, out _) && version == 3;
        }
        catch (AsnContentException)
        {
            return content.Span is [0x30, _, _, _, 0x02, 0x01, 0x03, ..] or [0x30, _, _, 0x02, 0x01, 0x03, ..] or [0x30, _, 0x02, 0x01, 0x03, ..];
        }
    }

    public static CertificateFile Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            var store = Pkcs12Info.Decode(content, out _, skipCopy: true);
            if (store.IntegrityMode == Pkcs12IntegrityMode.PublicKey || Pkcs12Rounds.Of(content) > RoundLimit)
            {
                return Unreadable("locked in a way that no JDK locks its trust store");
            }

            foreach (var password in Passwords)
            {
                if (Unlock(store, password) is { } file)
                {
                    return file;
                }
            }

            return Unreadable("locked with a password of its own") with { IsLocked = true };
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or ArgumentException or InvalidOperationException or OverflowException)
        {
            return Unreadable("not a PKCS #12 store that can be read");
        }
    }

    private static CertificateFile Unreadable(string reason) =>
        new() { Format = CertificateFormat.Pkcs12, Faults = [new CertificateFault("the file", reason, CertificateFaultKind.Broken)] };

    private static CertificateFile? Unlock(Pkcs12Info store, string? password)
    {
        var certificates = new List<StoredCertificate>();
        var faults = new List<CertificateFault>();
        var hasKey = false;
        foreach (var contents in store.AuthenticatedSafe)
        {
            if (contents.ConfidentialityMode == Pkcs12ConfidentialityMode.Password && !TryDecrypt(contents, password))
            {
                return null;
            }

            foreach (var bag in contents.ConfidentialityMode == Pkcs12ConfidentialityMode.None ? contents.GetBags() : [])
            {
                hasKey |= bag is Pkcs12KeyBag or Pkcs12ShroudedKeyBag;
                if (bag is Pkcs12CertBag { IsX509Certificate: true } holder && certificates.Count < CertificateReader.CertificateLimit)
                {
                    Add(holder, certificates, faults);
                }
            }
        }

        return new CertificateFile { Format = CertificateFormat.Pkcs12, Certificates = certificates, Faults = faults, HasPrivateKey = hasKey };
    }

    private static void Add(Pkcs12CertBag bag, List<StoredCertificate> certificates, List<CertificateFault> faults)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"entry {certificates.Count + faults.Count + 1}");
        var der = AsnDecoder.ReadOctetString(bag.EncodedCertificate.Span, AsnEncodingRules.BER, out _);
        if (CertificateParser.TryParse(der, out var fault) is { } certificate)
        {
            var isTrusted = bag.Attributes.Cast<CryptographicAttributeObject>().Any(attribute => attribute.Oid.Value == JavaTrust);
            certificates.Add(new StoredCertificate(certificate, place, isTrusted ? StoredForm.Plain : StoredForm.WithoutJavaTrust));
        }
        else
        {
            faults.Add(new CertificateFault(place, fault!, CertificateFaultKind.Broken));
        }
    }

    private static bool TryDecrypt(Pkcs12SafeContents contents, string? password)
    {
        try
        {
            contents.Decrypt(password);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
