using System.Text;

namespace DebugDeck.Core.Files.Remote;

/// <summary>Reads what <c>sha256sum</c> writes: GNU escapes names with line breaks and says so by a leading backslash, busybox does not.</summary>
internal static class HashLines
{
    private const int HashLength = 64;

    private static ReadOnlySpan<char> Hex => "0123456789abcdef";

    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = new StreamReader(output, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var isEscaped = line.StartsWith('\\');
            var text = isEscaped ? line[1..] : line;
            if (text.Length < HashLength + 2 || text.AsSpan(0, HashLength).ContainsAnyExcept(Hex))
            {
                continue;
            }

            var name = text[(HashLength + 2)..];
            name = isEscaped ? Unescape(name) : name;
            hashes[name == "-" ? "" : name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name] = text[..HashLength];
        }

        return hashes;
    }

    private static string Unescape(string name)
    {
        var plain = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            plain.Append(name[i] != '\\' || i + 1 == name.Length ? name[i] : name[++i] == 'n' ? '\n' : name[i]);
        }

        return plain.ToString();
    }
}
