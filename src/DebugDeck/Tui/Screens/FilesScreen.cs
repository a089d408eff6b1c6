using System.Globalization;
using DebugDeck.Core.Files;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>A directory of a target.</summary>
internal static class FilesScreen
{
    public static GridPicture Draw(DeckState state, FilesPage page)
    {
        var body = DeckLayout.Of(state).Body;
        GridColumn[] fixedColumns = body.Width >= 60
            ? [new("SIZE", 10, AlignEnd: true), new("MODE", 10), new("OWNER", 11), new("MODIFIED", 16)]
            : body.Width >= 30 ? [new("SIZE", 10, AlignEnd: true)] : [];
        var name = Math.Max(1, body.Width - fixedColumns.Sum(column => column.Width + 1));
        var rows = page.Entries.Skip(page.Position.Top).Take(InventoryScreen.RowCount(state))
            .Select((entry, at) => new GridRow(Cells(entry, fixedColumns.Length), page.Position.Top + at == page.Position.Selected));
        return new GridPicture([new GridColumn("NAME", name), .. fixedColumns], [.. rows], Message(page));
    }

    private static IReadOnlyList<StyledLine> Message(FilesPage page)
    {
        if (page.Problem is { } problem)
        {
            return problem.Hint is { } hint
                ? [StyledLine.Of(problem.Message, Tone.Bad), StyledLine.Of(hint, Tone.Normal)]
                : [StyledLine.Of(problem.Message, Tone.Bad)];
        }

        return page.Entries.IsEmpty ? [StyledLine.Of(page.IsComplete ? "the directory is empty" : "reading", Tone.Dim)] : [];
    }

    private static TextRun[] Cells(FileEntry entry, int fixedColumns) => fixedColumns switch
    {
        0 => [Name(entry)],
        1 => [Name(entry), Size(entry)],
        _ => [Name(entry), Size(entry), Mode(entry), Owner(entry), Modified(entry)],
    };

    private static TextRun Name(FileEntry entry)
    {
        var name = VisibleText.Escape(entry.Name);
        return entry.Kind switch
        {
            FileKind.Directory => new TextRun(name + "/", Tone.Accent),
            FileKind.Link => entry.LinkTarget is { } to ? $"{name} -> {VisibleText.Escape(to)}" : $"{name} ->",
            FileKind.Regular => name,
            _ => new TextRun($"{name} ({entry.Kind.ToString().ToLowerInvariant()})", Tone.Dim),
        };
    }

    private static TextRun Size(FileEntry entry) => entry.Kind == FileKind.Regular ? ByteSize.Format(entry.Size) : "";

    private static TextRun Mode(FileEntry entry)
    {
        const string Bits = "rwxrwxrwx";
        Span<char> text = stackalloc char[Bits.Length];
        for (var bit = 0; bit < Bits.Length; bit++)
        {
            text[bit] = ((int)entry.Mode >> (Bits.Length - 1 - bit) & 1) == 1 ? Bits[bit] : '-';
        }

        var kind = entry.Kind switch
        {
            FileKind.Directory => 'd',
            FileKind.Link => 'l',
            FileKind.Pipe => 'p',
            FileKind.Socket => 's',
            FileKind.Device => 'c',
            _ => '-',
        };
        return new TextRun($"{kind}{text}", Tone.Dim);
    }

    private static TextRun Owner(FileEntry entry) =>
        new(entry.UserId is { } user ? string.Create(CultureInfo.InvariantCulture, $"{user}:{entry.GroupId}") : "-", Tone.Dim);

    private static TextRun Modified(FileEntry entry) =>
        new(entry.ModifiedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Tone.Dim);
}
