using System.Formats.Asn1;
using System.Net;

namespace DebugDeck.Core.Certificates;

/// <summary>Reads the extensions of a certificate; one that cannot be read counts as not being there, as most clients have it.</summary>
internal static class ExtensionParser
{
    private const int NameLimit = 1000;

    private static readonly Asn1Tag Wrapper = new(TagClass.ContextSpecific, 3, isConstructed: true);

    /// <param name="body">The signed part, read up to the key.</param>
    public static CertificateExtensions Parse(AsnReader body)
    {
        var found = new CertificateExtensions();
        while (body.HasData && !body.PeekTag().HasSameClassAndValue(Wrapper))
        {
            body.ReadEncodedValue();
        }

        if (!body.HasData)
        {
            return found;
        }

        var extensions = body.ReadSequence(Wrapper).ReadSequence();
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var id = extension.ReadObjectIdentifier();
            if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
            {
                extension.ReadBoolean();
            }

            var value = extension.ReadOctetString();
            try
            {
                found = Add(found, id, new AsnReader(value, AsnEncodingRules.BER));
            }
            catch (Exception e) when (e is AsnContentException or OverflowException or ArgumentException)
            {
                continue;
            }
        }

        return found;
    }

    private static CertificateExtensions Add(CertificateExtensions found, string id, AsnReader value) => id switch
    {
        "2.5.29.19" => BasicConstraints(found, value.ReadSequence()),
        "2.5.29.15" => found with { MaySign = HasSignBit(value) },
        "2.5.29.37" => found with { Uses = [.. Identifiers(value.ReadSequence())] },
        "2.5.29.17" => AlternativeNames(found, value.ReadSequence()),
        "2.5.29.14" => found with { KeyId = Convert.ToHexString(value.ReadOctetString()) },
        "2.5.29.35" => found with { IssuerKeyId = AuthorityKey(value.ReadSequence()) },
        "2.5.29.30" => found with { LimitsNames = true },
        "1.3.6.1.5.5.7.1.1" => found with { IssuerUrls = [.. IssuerUrls(value.ReadSequence())] },
        _ => found,
    };

    private static CertificateExtensions BasicConstraints(CertificateExtensions found, AsnReader value)
    {
        var isAuthority = value.HasData && value.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && value.ReadBoolean();
        int? length = value.HasData && value.TryReadInt32(out var written) ? written : null;
        return found with { IsAuthority = isAuthority, PathLength = length };
    }

    private static bool HasSignBit(AsnReader value)
    {
        var bits = value.ReadBitString(out _);
        return bits.Length > 0 && (bits[0] & 0b0000_0100) != 0;
    }

    private static IEnumerable<string> Identifiers(AsnReader value)
    {
        while (value.HasData)
        {
            yield return value.ReadObjectIdentifier();
        }
    }

    private static CertificateExtensions AlternativeNames(CertificateExtensions found, AsnReader value)
    {
        var names = new List<string>();
        var addresses = new List<string>();
        while (value.HasData && names.Count + addresses.Count < NameLimit)
        {
            var tag = value.PeekTag();
            if (tag.HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 2)))
            {
                names.Add(value.ReadCharacterString(UniversalTagNumber.IA5String, tag));
            }
            else if (tag.HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 7)) && value.ReadOctetString(tag) is { Length: 4 or 16 } address)
            {
                addresses.Add(new IPAddress(address).ToString());
            }
            else if (!tag.HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 7)))
            {
                value.ReadEncodedValue();
            }
        }

        return found with { Names = names, Addresses = addresses };
    }

    private static string? AuthorityKey(AsnReader value)
    {
        var tag = new Asn1Tag(TagClass.ContextSpecific, 0);
        return value.HasData && value.PeekTag().HasSameClassAndValue(tag) ? Convert.ToHexString(value.ReadOctetString(tag)) : null;
    }

    private static IEnumerable<string> IssuerUrls(AsnReader value)
    {
        var url = new Asn1Tag(TagClass.ContextSpecific, 6);
        while (value.HasData)
        {
            var access = value.ReadSequence();
            if (access.ReadObjectIdentifier() == "1.3.6.1.5.5.7.48.2" && access.PeekTag().HasSameClassAndValue(url))
            {
                yield return access.ReadCharacterString(UniversalTagNumber.IA5String, url);
            }
        }
    }
}
