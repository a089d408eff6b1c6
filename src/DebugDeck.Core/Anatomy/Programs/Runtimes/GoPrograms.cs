using DebugDeck.Core.Anatomy.Programs.Elf;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs.Runtimes;

/// <summary>Recognises Go programs.</summary>
internal static class GoPrograms
{
    // The names of functions: what a program has besides is in the thousands and each is some 40 bytes long.
    private const int MostNames = 8 * 1024 * 1024;
    private const int TableHead = 64;

    public static RuntimeFacts? Recognise(CaptureView view, ElfFile file)
    {
        var section = file.Section(".go.buildinfo");
        if (section is null && file.Section(".note.go.buildid") is null && file.Section(".gopclntab") is null)
        {
            return null;
        }

        var info = file.Content(view, ".go.buildinfo", GoBuildInfo.MostBytes) is { } bytes ? GoBuildInfo.Parse(bytes.Span) : null;
        return new RuntimeFacts(RuntimeIds.Go, "Go", info?.Version)
        {
            Module = info?.Module,
            UsesCgo = info?.Settings.GetValueOrDefault("CGO_ENABLED") switch
            {
                "1" => true,
                "0" => false,
                _ => file.Interpreter is null ? null : true,
            },
            EmbedsTimeZones = info?.Settings.GetValueOrDefault("-tags")?.Split(',').Contains("timetzdata") == true ? true : HasTimeZonePackage(view, file),
        };
    }

    // An import of time/tzdata is in no list of modules, since it comes with Go; but its functions are in the table of names, which no stripping removes.
    private static bool? HasTimeZonePackage(CaptureView view, ElfFile file)
    {
        var section = file.Section(".gopclntab") ?? file.Section(".data.rel.ro.gopclntab");
        if (section is not { IsEmpty: false } || view.Piece(file.Path, section.Offset, TableHead) is not { Length: TableHead } head)
        {
            return null;
        }

        var header = file.Header;
        var word = header.Is64 ? 8 : 4;

        // Behind 8 bytes: counts of functions and files, then (Go 1.18 to 1.25) the start of the text, then where names and units begin.
        var names = header.Word(head.Span, 0) switch
        {
            0xfffffff0 or 0xfffffff1 => 8 + (3 * word),
            0xfffffffa => 8 + (2 * word),
            _ => 0,
        };
        if (names == 0)
        {
            return null;
        }

        var from = header.Place(head.Span, names);
        var to = header.Place(head.Span, names + word);
        return from > 0 && to > from && to <= section.Size && view.Piece(file.Path, section.Offset + from, (int)Math.Min(to - from, MostNames)) is { } table
            ? table.Span.IndexOf("time/tzdata."u8) >= 0
            : null;
    }
}
