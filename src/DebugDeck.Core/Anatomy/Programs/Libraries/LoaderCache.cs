using System.Buffers.Binary;
using DebugDeck.Core.Anatomy.Programs.Elf;

namespace DebugDeck.Core.Anatomy.Programs.Libraries;

/// <summary>glibc's <c>/etc/ld.so.cache</c>: where its loader finds libraries outside of its own folders. Written by <c>ldconfig</c>.</summary>
internal static class LoaderCache
{
    private const int HeaderLength = 48;
    private const int EntryLength = 24;
    private const int Most = 20_000;

    private static ReadOnlySpan<byte> Magic => "glibc-ld.so.cache1.1"u8;

    /// <summary>The places by name of library, in the cache's order (best first); empty if it is none that we know.</summary>
    public static ILookup<string, string> Read(ReadOnlyMemory<byte> content) => Entries(content.Span).ToLookup(entry => entry.Name, entry => entry.Path, StringComparer.Ordinal);

    private static List<(string Name, string Path)> Entries(ReadOnlySpan<byte> bytes)
    {
        var entries = new List<(string Name, string Path)>();

        // Older systems put the format of libc5 in front.
        var start = bytes.IndexOf(Magic);
        if (start < 0 || bytes.Length - start < HeaderLength)
        {
            return entries;
        }

        bytes = bytes[start..];
        var isBig = bytes[28] == 3;
        var count = Math.Min(Word(bytes, Magic.Length, isBig), Most);
        for (var i = 0; i < count && HeaderLength + ((i + 1) * EntryLength) <= bytes.Length; i++)
        {
            var entry = bytes[(HeaderLength + (i * EntryLength))..];
            var name = ElfTables.Text(bytes, Word(entry, 4, isBig));
            var path = ElfTables.Text(bytes, Word(entry, 8, isBig));
            if (name.Length > 0 && path.StartsWith('/'))
            {
                entries.Add((name, path));
            }
        }

        return entries;
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
