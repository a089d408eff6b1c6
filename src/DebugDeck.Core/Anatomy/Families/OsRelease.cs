using System.Text;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>
/// What <c>os-release</c> says (freedesktop.org, os-release(5)). Read like the file that it is: written by whoever built the image, so it is a claim.
/// </summary>
/// <param name="Path">The file it was read from; null if there is none.</param>
/// <param name="Fields">The assignments, quotes taken off; the last of a name counts, as in a shell.</param>
/// <param name="Note">What is odd about the file, in words; null if nothing is.</param>
public sealed record OsRelease(string? Path, IReadOnlyDictionary<string, string> Fields, string? Note = null)
{
    // More assignments than any system has; a hostile file has no reason to be read further.
    private const int MostFields = 200;

    /// <summary>Where it is looked for, in the order that os-release(5) asks for.</summary>
    public static IReadOnlyList<string> Places { get; } = ["/etc/os-release", "/usr/lib/os-release"];

    public string Id => this["ID"]?.ToLowerInvariant() ?? "";

    public string? Version => this["VERSION_ID"];

    /// <summary>A field that is set to something; null otherwise.</summary>
    public string? this[string name] => Fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads the first file that is there.</summary>
    public static OsRelease From(FileCapture files)
    {
        string? note = null;
        foreach (var path in Places)
        {
            if (files.Text(path) is { } text)
            {
                var fields = Parse(text);
                return new OsRelease(path, fields, fields.Count == 0 ? $"{path} is there and says nothing" : note);
            }

            if (files[path] is { Entry.LinkTarget: { } target, Target: null })
            {
                note = $"{path} is a link to {target}, which leads nowhere in this image";
            }
        }

        return new OsRelease(null, new Dictionary<string, string>(), note);
    }

    /// <summary>Reads assignments. Lines that are none are passed over, as every reader of the file does.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].Trim();
            var equals = line.IndexOf('=');
            if (equals <= 0 || line[0] == '#' || !IsName(line[..equals]))
            {
                continue;
            }

            fields[line[..equals].ToString()] = Unquote(line[(equals + 1)..].Trim());
            if (fields.Count == MostFields)
            {
                break;
            }
        }

        return fields;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '_')
            {
                return false;
            }
        }

        return true;
    }

    // Single quotes keep everything; in double quotes and outside, a backslash takes the next character as it is.
    private static string Unquote(ReadOnlySpan<char> value)
    {
        if (value.Length >= 2 && value[0] == '\'' && value[^1] == '\'')
        {
            return value[1..^1].ToString();
        }

        if (value.Length >= 2 && value[0] == '"' && value[^1] == '"')
        {
            value = value[1..^1];
        }

        var plain = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\\' && at + 1 < value.Length)
            {
                at++;
            }

            plain.Append(value[at]);
        }

        return plain.ToString();
    }
}
