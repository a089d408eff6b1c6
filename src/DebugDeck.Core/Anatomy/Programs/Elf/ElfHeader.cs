using System.Buffers.Binary;

namespace DebugDeck.Core.Anatomy.Programs.Elf;

/// <summary>The first bytes of an ELF file, and how its numbers are written.</summary>
internal sealed record ElfHeader(bool Is64, bool IsBigEndian, ElfFileType Type, ushort Machine, uint Flags)
{
    /// <summary>As many bytes as the larger of the two layouts takes.</summary>
    public const int Length = 64;

    public long SegmentsAt { get; private init; }

    public int SegmentSize { get; private init; }

    public int SegmentCount { get; private init; }

    public long SectionsAt { get; private init; }

    public int SectionSize { get; private init; }

    public int SectionCount { get; private init; }

    public int NamesSection { get; private init; }

    public static bool IsElf(ReadOnlySpan<byte> start) => start.StartsWith("\u007fELF"u8);

    /// <summary>Null if it is no ELF file, or the header is cut off or senseless.</summary>
    public static ElfHeader? Parse(ReadOnlySpan<byte> start)
    {
        if (!IsElf(start) || start.Length < 52 || start[4] is not (1 or 2) || start[5] is not (1 or 2) || (start[4] == 2 && start.Length < Length))
        {
            return null;
        }

        var header = new ElfHeader(start[4] == 2, start[5] == 2, ElfFileType.Other, 0, 0);
        var shift = header.Is64 ? 12 : 0;
        var type = header.Half(start, 16);
        return header with
        {
            Type = type <= 4 ? (ElfFileType)type : ElfFileType.Other,
            Machine = header.Half(start, 18),
            SegmentsAt = header.Place(start, header.Is64 ? 32 : 28),
            SectionsAt = header.Place(start, header.Is64 ? 40 : 32),
            Flags = header.Word(start, 36 + shift),
            SegmentSize = header.Half(start, 42 + shift),
            SegmentCount = header.Half(start, 44 + shift),
            SectionSize = header.Half(start, 46 + shift),
            SectionCount = header.Half(start, 48 + shift),
            NamesSection = header.Half(start, 50 + shift),
        };
    }

    public ushort Half(ReadOnlySpan<byte> bytes, int at) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    public uint Word(ReadOnlySpan<byte> bytes, int at) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    /// <summary>An address: 4 or 8 bytes.</summary>
    public ulong Address(ReadOnlySpan<byte> bytes, int at) => !Is64 ? Word(bytes, at)
        : IsBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    /// <summary>A place or a size in the file; below zero for one that no file can have.</summary>
    public long Place(ReadOnlySpan<byte> bytes, int at) => Address(bytes, at) is <= long.MaxValue and var place ? (long)place : -1;
}
