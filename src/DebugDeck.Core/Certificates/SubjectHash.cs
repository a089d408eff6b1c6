using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace DebugDeck.Core.Certificates;

/// <summary>
/// The hash after which OpenSSL looks for an issuer's file in a directory (<c>9d66eef0.0</c>): SHA-1 of the name with all strings as UTF-8,
/// in small letters, without needless spaces and without the outer header (OpenSSL 1.0.0 and later, <c>X509_NAME_hash</c>).
/// </summary>
public static class SubjectHash
{
    private static readonly Encoding BigEndian32 = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    /// <summary>Eight hexadecimal digits of a canonical name.</summary>
    public static string Of(ReadOnlySpan<byte> canonical)
    {
        // OpenSSL asks for SHA-1 here; it names files and protects nothing.
#pragma warning disable CA5350
        var digest = SHA1.HashData(canonical);
#pragma warning restore CA5350
        return $"{digest[3]:x2}{digest[2]:x2}{digest[1]:x2}{digest[0]:x2}";
    }

    /// <summary>The canonical form of an encoded name.</summary>
    /// <exception cref="AsnContentException">It is no name.</exception>
    internal static byte[] Canonical(ReadOnlyMemory<byte> name)
    {
        var canonical = new MemoryStream();
        var parts = new AsnReader(name, AsnEncodingRules.BER).ReadSequence();
        while (parts.HasData)
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSetOf())
            {
                var part = parts.ReadSetOf(skipSortOrderValidation: true);
                while (part.HasData)
                {
                    WriteAttribute(part.ReadSequence(), writer);
                }
            }

            canonical.Write(writer.Encode());
        }

        return canonical.ToArray();
    }

    private static void WriteAttribute(AsnReader attribute, AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(attribute.ReadObjectIdentifier());
            var tag = attribute.PeekTag();
            var value = attribute.ReadEncodedValue();
            if (Decode(tag, value) is { } text)
            {
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, Simplify(text));
            }
            else
            {
                writer.WriteEncodedValue(value.Span);
            }
        }
    }

    // T61String is read as Latin-1, as OpenSSL does whatever the standard says.
    private static string? Decode(Asn1Tag tag, ReadOnlyMemory<byte> value)
    {
        if (tag.TagClass != TagClass.Universal || tag.IsConstructed)
        {
            return null;
        }

        var encoding = (UniversalTagNumber)tag.TagValue switch
        {
            UniversalTagNumber.UTF8String => Encoding.UTF8,
            UniversalTagNumber.BMPString => Encoding.BigEndianUnicode,
            UniversalTagNumber.UniversalString => BigEndian32,
            UniversalTagNumber.PrintableString or UniversalTagNumber.T61String or UniversalTagNumber.IA5String or UniversalTagNumber.VisibleString => Encoding.Latin1,
            _ => null,
        };
        AsnDecoder.ReadEncodedValue(value.Span, AsnEncodingRules.BER, out var start, out var length, out _);
        return encoding?.GetString(value.Span.Slice(start, length));
    }

    private static string Simplify(string text)
    {
        var simple = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsSpace(c))
            {
                simple.Append(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c);
            }
            else if (simple.Length > 0 && simple[^1] != ' ')
            {
                simple.Append(' ');
            }
        }

        return simple.Length > 0 && simple[^1] == ' ' ? simple.ToString(0, simple.Length - 1) : simple.ToString();
    }

    private static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r');
}
