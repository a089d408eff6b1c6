using System.Text;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs.Elf;

/// <summary>An ELF file, as far as it matters for starting it. Everything in it may be a lie; nothing in it can make reading fail or grow.</summary>
internal sealed record ElfFile(string Path, ElfHeader Header)
{
    /// <summary>Header and segments of every program lie within this.</summary>
    public const int HeadLength = 4096;

    private const int MostInterpreter = 4096;

    public IReadOnlyList<ElfSegment> Segments { get; private init; } = [];

    /// <summary>Empty where stripped or not read.</summary>
    public IReadOnlyList<ElfSection> Sections { get; private init; } = [];

    /// <summary><c>PT_INTERP</c>: the dynamic loader; null without one.</summary>
    public string? Interpreter { get; private init; }

    /// <summary>Null for a static file, and where it has not been read.</summary>
    public ElfDynamic? Dynamic { get; private init; }

    public bool HasDynamicPart => Segments.Any(segment => segment.Type == ElfSegment.Dynamic);

    public Linkage Linkage => this switch
    {
        { Header.Type: not (ElfFileType.Executable or ElfFileType.Shared) } => Linkage.Unknown,
        { Interpreter: not null } => Linkage.Dynamic,
        { Header.Type: ElfFileType.Shared } => Linkage.StaticPie,
        _ => Linkage.Static,
    };

    public Machine? Machine => Machine.Of(Header);

    public ElfSection? Section(string name) => Sections.FirstOrDefault(section => section.Name == name);

    /// <summary>The content of a section, at most <paramref name="limit"/> bytes; null if there is none, or it has not been read.</summary>
    public ReadOnlyMemory<byte>? Content(CaptureView view, string section, int limit) =>
        Section(section) is { IsEmpty: false } found ? view.Piece(Path, found.Offset, (int)Math.Min(found.Size, limit)) : null;

    /// <summary>Null if it is no ELF file, or its head has not been read.</summary>
    /// <param name="withSections">Read the section table too, which is at the end of most files: only for programs, not for their libraries.</param>
    public static ElfFile? Read(CaptureView view, string path, bool withSections = true)
    {
        if (view.Content(path, HeadLength)?.Content is not { } head || ElfHeader.Parse(head.Span) is not { } header)
        {
            return null;
        }

        var file = new ElfFile(path, header);
        if (ElfTables.Segments(view, path, header) is not { } segments)
        {
            return file;
        }

        return file with
        {
            Segments = segments,
            Interpreter = InterpreterOf(view, path, segments),
            Dynamic = ElfDynamic.Read(view, path, header, segments),
            Sections = withSections ? ElfTables.Sections(view, path, header) : [],
        };
    }

    private static string? InterpreterOf(CaptureView view, string path, IReadOnlyList<ElfSegment> segments) =>
        segments.FirstOrDefault(segment => segment.Type == ElfSegment.Interpreter) is { FileSize: > 1 } part
        && view.Piece(path, part.Offset, (int)Math.Min(part.FileSize, MostInterpreter)) is { } bytes
            ? Encoding.UTF8.GetString(bytes.Span).TrimEnd('\0')
            : null;
}
