using System.Text;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>Text in paragraphs of fields, a package each, as dpkg and apk have it.</summary>
internal static class Stanzas
{
    /// <summary>Name and version of each paragraph that has both.</summary>
    /// <param name="name">How the line with the name begins: <c>Package:</c>.</param>
    /// <param name="version">How the line with the version begins.</param>
    /// <param name="isInstalled">Says of a line that the package is not there, or is.</param>
    public static IEnumerable<(string Name, string Version)> Read(ReadOnlyMemory<byte> content, string name, string version, Func<string, bool?>? isInstalled = null)
    {
        string? foundName = null, foundVersion = null;
        var isThere = true;
        foreach (var line in Lines(content).Append(""))
        {
            if (line.Length == 0)
            {
                if (foundName is { Length: > 0 } && foundVersion is { Length: > 0 } && isThere)
                {
                    yield return (foundName, foundVersion);
                }

                (foundName, foundVersion, isThere) = (null, null, true);
            }
            else if (line.StartsWith(name, StringComparison.Ordinal))
            {
                foundName = line[name.Length..].Trim();
            }
            else if (line.StartsWith(version, StringComparison.Ordinal))
            {
                foundVersion = line[version.Length..].Trim();
            }
            else
            {
                isThere = isInstalled?.Invoke(line) ?? isThere;
            }
        }
    }

    private static IEnumerable<string> Lines(ReadOnlyMemory<byte> content)
    {
        while (!content.IsEmpty)
        {
            var end = content.Span.IndexOf((byte)'\n');
            var line = end < 0 ? content : content[..end];
            content = end < 0 ? default : content[(end + 1)..];
            yield return Encoding.UTF8.GetString(line.Span).TrimEnd('\r');
        }
    }
}
