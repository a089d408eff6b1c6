using System.Text;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>Says what a file is that is no program for Linux.</summary>
internal static class ForeignFormat
{
    /// <summary>In words that follow on "it": <c>is a program for Windows</c>.</summary>
    public static string Describe(ReadOnlySpan<byte> start) => start switch
    {
        { IsEmpty: true } => "is empty",
        _ when start.StartsWith("MZ"u8) => "is a program for Windows",
        [0xcf or 0xce, 0xfa, 0xed, 0xfe, ..] or [0xca, 0xfe, 0xba, 0xbe, 0, ..] => "is a program for macOS",
        _ when start.StartsWith("PK"u8) => "is a ZIP or JAR file",
        _ when start.StartsWith("\0asm"u8) => "is WebAssembly",
        _ when start.StartsWith("version https://git-lfs"u8) => "is a pointer of Git LFS, not the file itself",
        [0xef, 0xbb, 0xbf, (byte)'#', (byte)'!', ..] => "has a byte order mark in front of its #!",
        _ when IsText(start) => "is a text that does not begin with #!",
        _ => "is neither an ELF file nor a script",
    };

    private static bool IsText(ReadOnlySpan<byte> start) => !start.Contains((byte)0) && !Encoding.UTF8.GetString(start[..Math.Min(start.Length, 512)]).Contains('\ufffd', StringComparison.Ordinal);
}
