using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Core.Certificates;

/// <summary>A subject's or issuer's name.</summary>
/// <param name="Der">As encoded.</param>
/// <param name="Canonical">As OpenSSL compares it: case, spacing and kind of string do not count.</param>
public sealed record DistinguishedName(ReadOnlyMemory<byte> Der, ReadOnlyMemory<byte> Canonical)
{
    private string? _text;

    /// <summary><c>CN=Corp Root CA, O=Corp</c>. Hostile: escape before showing it.</summary>
    public string Text => _text ??= Decode();

    /// <summary>The common name, else the last part that says something, else the whole.</summary>
    public string ShortName
    {
        get
        {
            try
            {
                var parts = new X500DistinguishedName(Der.Span).EnumerateRelativeDistinguishedNames().Where(part => !part.HasMultipleElements).ToList();
                return parts.FirstOrDefault(part => part.GetSingleElementType().Value == "2.5.4.3")?.GetSingleElementValue()
                    ?? parts.FirstOrDefault()?.GetSingleElementValue()
                    ?? Text;
            }
            catch (CryptographicException)
            {
                return Text;
            }
        }
    }

    /// <summary>What OpenSSL names this subject's file after in a directory of certificates: the eight digits of <c>openssl x509 -subject_hash</c>.</summary>
    public string Hash => SubjectHash.Of(Canonical.Span);

    public bool Equals(DistinguishedName? other) => other is not null && Canonical.Span.SequenceEqual(other.Canonical.Span);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Canonical.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => Text;

    private string Decode()
    {
        try
        {
            return new X500DistinguishedName(Der.Span).Name;
        }
        catch (CryptographicException)
        {
            return $"(unreadable name, {Der.Length} bytes)";
        }
    }
}
