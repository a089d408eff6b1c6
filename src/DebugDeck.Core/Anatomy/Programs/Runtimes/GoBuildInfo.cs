using System.Text;

namespace DebugDeck.Core.Anatomy.Programs.Runtimes;

/// <summary>What Go's linker writes into a program about itself (section <c>.go.buildinfo</c>, since Go 1.18 with the texts in place).</summary>
/// <param name="Version">Of Go: <c>1.24.3</c>.</param>
/// <param name="Module">The main module; null if it was not built from one.</param>
/// <param name="Settings">The build's settings: <c>CGO_ENABLED</c> → <c>0</c>, <c>-tags</c> → <c>timetzdata</c>.</param>
internal sealed record GoBuildInfo(string? Version, string? Module, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>A program with a thousand modules writes some 100 KB.</summary>
    public const int MostBytes = 256 * 1024;

    private const int TextsAt = 32;

    // Fixed marks of 16 bytes before and after the list of modules.
    private const int Mark = 16;

    // "\xff Go buildinf:"
    private static ReadOnlySpan<byte> Magic => [0xff, 0x20, 0x47, 0x6f, 0x20, 0x62, 0x75, 0x69, 0x6c, 0x64, 0x69, 0x6e, 0x66, 0x3a];

    /// <summary>Null if it is none. One of before Go 1.18, whose texts are elsewhere, has no version.</summary>
    public static GoBuildInfo? Parse(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOf(Magic);
        if (start < 0 || bytes.Length - start < TextsAt)
        {
            return null;
        }

        bytes = bytes[start..];
        var hasTexts = (bytes[15] & 2) != 0;
        var rest = bytes[TextsAt..];
        if (!hasTexts || Text(ref rest) is not { } version)
        {
            return new GoBuildInfo(null, null, new Dictionary<string, string>());
        }

        var modules = Text(ref rest) is { Length: >= 2 * Mark } marked ? Encoding.UTF8.GetString(marked[Mark..^Mark]) : "";
        string? module = null;
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in modules.Split('\n'))
        {
            var parts = line.Split('\t');
            if (parts is ["mod", var path, ..])
            {
                module = path;
            }
            else if (parts is ["build", var setting] && setting.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                settings[setting[..equals]] = setting[(equals + 1)..].Trim('"');
            }
            else if (parts is ["path", var package] && module is null)
            {
                module = package;
            }
        }

        return new GoBuildInfo(VersionOf(Encoding.UTF8.GetString(version)), module, settings);
    }

    // "go1.24.3 X:nocoverageredesign" and the like.
    private static string VersionOf(string written) =>
        written.StartsWith("go", StringComparison.Ordinal) ? written[2..].Split(' ')[0] : written;

    // A length of seven bits a byte, then so many bytes. Nothing if they are not all there.
    private static byte[]? Text(ref ReadOnlySpan<byte> bytes)
    {
        ulong length = 0;
        for (var i = 0; i < bytes.Length && i < 5; i++)
        {
            length |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                if (length > (ulong)bytes.Length)
                {
                    return null;
                }

                var text = bytes[..(int)length].ToArray();
                bytes = bytes[(int)length..];
                return text;
            }
        }

        return null;
    }
}
