using System.Text;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs.Elf;

/// <summary>Reads the tables of segments and sections that the header points to.</summary>
internal static class ElfTables
{
    // Real programs have a dozen segments and some forty sections.
    private const int MostSegments = 256;
    private const int MostSections = 512;
    private const int MostNames = 64 * 1024;

    public static IReadOnlyList<ElfSegment>? Segments(CaptureView view, string path, ElfHeader header)
    {
        var size = header.Is64 ? 56 : 32;
        var count = Math.Min(header.SegmentCount, MostSegments);
        if (count == 0)
        {
            return [];
        }

        if (header.SegmentSize < size || view.Piece(path, header.SegmentsAt, count * header.SegmentSize) is not { } table)
        {
            return null;
        }

        var segments = new List<ElfSegment>();
        for (var rest = table; rest.Length >= header.SegmentSize; rest = rest[header.SegmentSize..])
        {
            var bytes = rest.Span;
            segments.Add(new ElfSegment(
                header.Word(bytes, 0),
                header.Place(bytes, header.Is64 ? 8 : 4),
                header.Address(bytes, header.Is64 ? 16 : 8),
                header.Place(bytes, header.Is64 ? 32 : 16)));
        }

        return segments;
    }

    /// <summary>Empty where there are none, or they were not read.</summary>
    public static IReadOnlyList<ElfSection> Sections(CaptureView view, string path, ElfHeader header)
    {
        var size = header.Is64 ? 64 : 40;
        var count = Math.Min(header.SectionCount, MostSections);
        if (count == 0 || header.SectionsAt <= 0 || header.SectionSize < size || header.NamesSection >= count
            || view.Piece(path, header.SectionsAt, count * header.SectionSize) is not { } table
            || (header.NamesSection + 1) * header.SectionSize > table.Length)
        {
            return [];
        }

        var names = Section(header, table.Span[(header.NamesSection * header.SectionSize)..], "");
        if (names.IsEmpty || view.Piece(path, names.Offset, (int)Math.Min(names.Size, MostNames)) is not { } strings)
        {
            return [];
        }

        var sections = new List<ElfSection>();
        for (var rest = table; rest.Length >= header.SectionSize; rest = rest[header.SectionSize..])
        {
            sections.Add(Section(header, rest.Span, Text(strings.Span, header.Word(rest.Span, 0))));
        }

        return sections;
    }

    /// <summary>The text that begins at <paramref name="at"/> and ends at a zero; empty if that is outside.</summary>
    public static string Text(ReadOnlySpan<byte> strings, ulong at)
    {
        if (at >= (ulong)strings.Length)
        {
            return "";
        }

        var text = strings[(int)at..];
        var end = text.IndexOf((byte)0);
        return end < 0 ? "" : Encoding.UTF8.GetString(text[..end]);
    }

    private static ElfSection Section(ElfHeader header, ReadOnlySpan<byte> bytes, string name) => new(
        name,
        header.Word(bytes, 4),
        header.Place(bytes, header.Is64 ? 24 : 16),
        header.Place(bytes, header.Is64 ? 32 : 20));
}
