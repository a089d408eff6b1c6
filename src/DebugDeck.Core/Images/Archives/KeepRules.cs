using System.Text.RegularExpressions;

namespace DebugDeck.Core.Images.Archives;

/// <summary>Which files of a compressed layer are put aside on the first way through, because looking at an image always asks for them.</summary>
internal sealed partial class KeepRules
{
    private const long Small = 1024 * 1024;
    private const long Database = 64 * 1024 * 1024;
    private const long Library = 8 * 1024 * 1024;

    private readonly HashSet<string> _programs;

    /// <param name="command">What the image starts: the files of that name are asked for.</param>
    public KeepRules(IEnumerable<string> command) =>
        _programs = [.. command.Take(4).Select(word => word[(word.LastIndexOf('/') + 1)..]).Where(name => name.Length > 0 && !name.StartsWith('-'))];

    public bool IsWanted(TarItem entry)
    {
        var path = entry.Name.AsSpan();
        path = path.StartsWith("./") ? path[2..] : path;
        path = path.StartsWith("usr/") ? path[4..] : path;
        return entry.Size <= Small && (path.StartsWith("etc/") || Texts().IsMatch(path))
            || entry.Size <= Database && Databases().IsMatch(path)
            || entry.Size <= Library && Libraries().IsMatch(path)
            || _programs.Contains(path[(path.LastIndexOf('/') + 1)..].ToString());
    }

    [GeneratedRegex(@"^lib/os-release$|^share/zoneinfo/|(^|/)(cacert\.pem|cacerts|release|node_version\.h)$|\.runtimeconfig\.json$|^var/lib/ca-certificates/", RegexOptions.ExplicitCapture)]
    private static partial Regex Texts();

    [GeneratedRegex(@"^var/lib/(dpkg/status|rpm/|rpmmanifest/|chisel/)|^lib/(apk/db/installed$|sysimage/rpm/)|^share/rpm/", RegexOptions.ExplicitCapture)]
    private static partial Regex Databases();

    [GeneratedRegex(@"(^|/)(ld-(linux|musl)[^/]*|ld64\.so\.[0-9]|lib(c|m|dl|pthread|rt|gcc_s|stdc\+\+|z|ssl|crypto|jli|c\.musl[^/]*)\.so(\.[0-9.]+)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Libraries();
}
