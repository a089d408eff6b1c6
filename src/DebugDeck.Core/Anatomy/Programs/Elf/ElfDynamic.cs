using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs.Elf;

/// <summary>What an ELF file asks of the dynamic loader.</summary>
internal sealed record ElfDynamic
{
    private const int MostBytes = 64 * 1024;
    private const int MostStrings = 1024 * 1024;
    private const int MostNeeded = 256;

    /// <summary><c>DT_NEEDED</c>, in order.</summary>
    public IReadOnlyList<string> Needed { get; private init; } = [];

    /// <summary><c>DT_RPATH</c>, as written; null without one.</summary>
    public string? RunPathOld { get; private init; }

    /// <summary><c>DT_RUNPATH</c>, as written; null without one.</summary>
    public string? RunPath { get; private init; }

    /// <summary>The program can be loaded anywhere (<c>DF_1_PIE</c>); a library does not say so.</summary>
    public bool IsPie { get; private init; }

    /// <summary>The versions asked of libraries: <c>GLIBC_2.34</c>, …</summary>
    public IReadOnlyList<string> Versions { get; private init; } = [];

    /// <summary>Null if it has no dynamic part, or it has not been read.</summary>
    public static ElfDynamic? Read(CaptureView view, string path, ElfHeader header, IReadOnlyList<ElfSegment> segments)
    {
        if (segments.FirstOrDefault(segment => segment.Type == ElfSegment.Dynamic) is not { FileSize: > 0 } part
            || view.Piece(path, part.Offset, (int)Math.Min(part.FileSize, MostBytes)) is not { } bytes)
        {
            return null;
        }

        var entries = Entries(header, bytes.Span);
        var stringsAt = ElfAddresses.Offset(segments, Value(entries, 5));
        var size = (int)Math.Min(Value(entries, 10) ?? 0, MostStrings);
        if (stringsAt is not { } at || size == 0 || view.Piece(path, at, size) is not { } strings)
        {
            return entries.Exists(entry => entry.Tag == 1) ? null : new ElfDynamic { IsPie = Pie(entries) };
        }

        return new ElfDynamic
        {
            Needed = [.. entries.Where(entry => entry.Tag == 1).Take(MostNeeded).Select(entry => ElfTables.Text(strings.Span, entry.Value)).Where(name => name.Length > 0)],
            RunPathOld = Value(entries, 15) is { } old ? ElfTables.Text(strings.Span, old) : null,
            RunPath = Value(entries, 29) is { } run ? ElfTables.Text(strings.Span, run) : null,
            IsPie = Pie(entries),
            Versions = ElfAddresses.Offset(segments, Value(entries, 0x6ffffffe)) is { } needs
                ? ElfVersionNeeds.Read(view, path, header, needs, strings)
                : [],
        };
    }

    private static bool Pie(List<(ulong Tag, ulong Value)> entries) => (Value(entries, 0x6ffffffb) & 0x08000000) > 0;

    private static ulong? Value(List<(ulong Tag, ulong Value)> entries, ulong tag) =>
        entries.Where(entry => entry.Tag == tag).Select(entry => (ulong?)entry.Value).FirstOrDefault();

    private static List<(ulong Tag, ulong Value)> Entries(ElfHeader header, ReadOnlySpan<byte> bytes)
    {
        var step = header.Is64 ? 16 : 8;
        var entries = new List<(ulong Tag, ulong Value)>();
        for (; bytes.Length >= step; bytes = bytes[step..])
        {
            var tag = header.Address(bytes, 0);
            if (tag == 0)
            {
                break;
            }

            entries.Add((tag, header.Address(bytes, step / 2)));
        }

        return entries;
    }
}
