using System.Globalization;
using System.Text.RegularExpressions;

namespace DebugDeck.Core.Files.Remote;

/// <summary>Reads what <c>stat -c '%f %s %Y %u %g'</c> of busybox and of GNU writes.</summary>
internal static partial class StatLine
{
    private const int TypeBits = 0xF000;

    /// <summary>The entry of one line; null if it is none.</summary>
    public static FileEntry? Read(string line, string path, string? link = null) => Fields().Match(line) is { Success: true } fields ? Entry(fields, path, link) : null;

    /// <summary>The entry of a line of a listing, <c>… ./NAME/QUOTED</c>, where QUOTED also holds a link's target; null if it is none.</summary>
    public static FileEntry? ReadChild(string line, string folder)
    {
        var fields = Fields().Match(line);
        if (!fields.Success || fields.Groups["rest"].Value is not ['.', '/', .. var rest] || rest.IndexOf('/', StringComparison.Ordinal) is not (> 0 and var slash))
        {
            return null;
        }

        var name = rest[..slash];
        return Entry(fields, folder == "/" ? $"/{name}" : $"{folder}/{name}", Link(rest[(slash + 1)..], name));
    }

    /// <summary>Whether a line begins an entry of a listing, or goes on with a name that has a line break in it.</summary>
    public static bool BeginsChild(string line) => Fields().Match(line) is { Success: true } fields && fields.Groups["rest"].Value.StartsWith("./", StringComparison.Ordinal);

    // busybox and older GNU quote, GNU with QUOTING_STYLE=literal does not.
    private static string? Link(string quoted, string name)
    {
        var (plain, marked) = ($"./{name} -> ", $"'./{name}' -> '");
        return quoted.StartsWith(plain, StringComparison.Ordinal) ? quoted[plain.Length..]
            : quoted.StartsWith(marked, StringComparison.Ordinal) && quoted.EndsWith('\'') ? quoted[marked.Length..^1]
            : null;
    }

    private static FileEntry Entry(Match fields, string path, string? link)
    {
        var mode = int.Parse(fields.Groups["mode"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var kind = Kind(mode & TypeBits);
        return new FileEntry(
            path,
            kind,
            kind == FileKind.Regular && long.TryParse(fields.Groups["size"].ValueSpan, CultureInfo.InvariantCulture, out var size) ? size : 0,
            (UnixFileMode)(mode & 0xFFF),
            Time(fields.Groups["time"].ValueSpan),
            kind == FileKind.Link ? link : null,
            Number(fields.Groups["user"].ValueSpan),
            Number(fields.Groups["group"].ValueSpan));
    }

    private static FileKind Kind(int type) => type switch
    {
        0x4000 => FileKind.Directory,
        0xA000 => FileKind.Link,
        0x2000 or 0x6000 => FileKind.Device,
        0x1000 => FileKind.Pipe,
        0xC000 => FileKind.Socket,
        _ => FileKind.Regular,
    };

    // Ids go up to 2^32-1 (an unmapped one is 2^32-2 or 65534), times to what a hostile file system likes.
    private static int? Number(ReadOnlySpan<char> text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset Time(ReadOnlySpan<char> text)
    {
        var seconds = long.TryParse(text, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
    }

    [GeneratedRegex(@"^(?<mode>[0-9a-f]{1,7}) (?<size>\d+) (?<time>-?\d+) (?<user>\d+) (?<group>\d+)(?: (?<rest>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Fields();
}
