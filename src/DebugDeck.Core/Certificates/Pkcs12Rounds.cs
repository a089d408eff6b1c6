using System.Formats.Asn1;

namespace DebugDeck.Core.Certificates;

/// <summary>How many rounds of key derivation a PKCS #12 store asks of whoever opens it, told before any is done.</summary>
internal static class Pkcs12Rounds
{
    private const int PartLimit = 100;

    private static readonly Asn1Tag Content = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>The sum over its encrypted parts.</summary>
    /// <exception cref="AsnContentException">It is no such store.</exception>
    public static long Of(ReadOnlyMemory<byte> store)
    {
        var outer = new AsnReader(store, AsnEncodingRules.BER).ReadSequence();
        outer.ReadInteger();
        var safe = outer.ReadSequence();
        safe.ReadObjectIdentifier();
        var parts = new AsnReader(safe.ReadSequence(Content).ReadOctetString(), AsnEncodingRules.BER).ReadSequence();
        var (sum, count) = (0L, 0);
        while (parts.HasData)
        {
            var part = parts.ReadSequence();
            if (++count > PartLimit)
            {
                return long.MaxValue;
            }

            // 1.2.840.113549.1.7.6: encrypted data.
            if (part.ReadObjectIdentifier() == "1.2.840.113549.1.7.6")
            {
                var encrypted = part.ReadSequence(Content).ReadSequence();
                encrypted.ReadInteger();
                var content = encrypted.ReadSequence();
                content.ReadObjectIdentifier();
                sum += OfAlgorithm(content.ReadSequence());
            }
        }

        return sum;
    }

    // PBES2 names its key derivation first, whose parameters begin with salt and rounds as those of the older schemes do.
    private static long OfAlgorithm(AsnReader algorithm)
    {
        var isSecond = algorithm.ReadObjectIdentifier() == "1.2.840.113549.1.5.13";
        var parameters = algorithm.ReadSequence();
        if (isSecond)
        {
            var derivation = parameters.ReadSequence();
            derivation.ReadObjectIdentifier();
            parameters = derivation.ReadSequence();
        }

        parameters.ReadEncodedValue();
        return parameters.TryReadInt64(out var rounds) && rounds >= 0 ? rounds : long.MaxValue / PartLimit / 2;
    }
}
