using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DebugDeck.Core.Files.Remote;

/// <summary>
/// What a script writes when it has written everything else: 32 random letters, a space, its exit code in three digits, and a line feed.
/// No file can hold it by chance, nor on purpose.
/// </summary>
/// <param name="First">The first half of the letters.</param>
/// <param name="Second">The second half.</param>
public sealed record EndWord(string First, string Second)
{
    /// <summary>Bytes of the whole.</summary>
    public const int Length = 32 + 1 + 3 + 1;

    public static EndWord Create() => new(RandomNumberGenerator.GetHexString(16, lowercase: true), RandomNumberGenerator.GetHexString(16, lowercase: true));

    /// <summary>The exit code, if these bytes are the word.</summary>
    public int? Read(ReadOnlySpan<byte> bytes)
    {
        var letters = Encoding.ASCII.GetBytes(First + Second);
        return bytes.Length == Length
            && bytes.StartsWith(letters)
            && bytes[letters.Length] == ' '
            && bytes[^1] == '\n'
            && Utf8Parser.TryParse(bytes[(letters.Length + 1)..^1], out int code, out var used)
            && used == 3
                ? code
                : null;
    }
}
