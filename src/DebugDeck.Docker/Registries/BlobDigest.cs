using System.Security.Cryptography;

namespace DebugDeck.Docker.Registries;

/// <summary>Digests as registries write them; only sha256, which is what all of them use.</summary>
internal static class BlobDigest
{
    private const string Algorithm = "sha256:";

    public static bool IsKnown(string? digest) =>
        digest is { Length: 71 } && digest.StartsWith(Algorithm, StringComparison.Ordinal) && digest.Skip(Algorithm.Length).All(char.IsAsciiHexDigitLower);

    public static string Of(ReadOnlySpan<byte> content) => Algorithm + Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Of(IncrementalHash hash) => Algorithm + Convert.ToHexStringLower(hash.GetHashAndReset());
}
