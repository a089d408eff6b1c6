using DebugDeck.Core.Files;

namespace DebugDeck.Output;

/// <summary>Permissions as <c>ls -l</c> writes them.</summary>
internal static class ModeText
{
    /// <summary><c>drwxr-xr-x</c></summary>
    public static string Of(FileEntry entry)
    {
        var mode = entry.Mode;
        return string.Create(10, (entry.Kind, mode), static (text, file) =>
        {
            text[0] = file.Kind switch
            {
                FileKind.Directory => 'd',
                FileKind.Link => 'l',
                FileKind.Device => 'c',
                FileKind.Pipe => 'p',
                FileKind.Socket => 's',
                _ => '-',
            };
            Three(text[1..4], (int)file.mode >> 6, file.mode.HasFlag(UnixFileMode.SetUser), 's');
            Three(text[4..7], (int)file.mode >> 3, file.mode.HasFlag(UnixFileMode.SetGroup), 's');
            Three(text[7..], (int)file.mode, file.mode.HasFlag(UnixFileMode.StickyBit), 't');
        });
    }

    /// <summary><c>0755</c></summary>
    public static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');

    private static void Three(Span<char> text, int bits, bool isSpecial, char special)
    {
        text[0] = (bits & 4) != 0 ? 'r' : '-';
        text[1] = (bits & 2) != 0 ? 'w' : '-';
        text[2] = (isSpecial, (bits & 1) != 0) switch
        {
            (true, true) => special,
            (true, false) => char.ToUpperInvariant(special),
            (false, true) => 'x',
            _ => '-',
        };
    }
}
