using System.Globalization;
using DebugDeck.Core.Files;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>Files as a table.</summary>
internal static class FileTable
{
    public static string Render(CommandContext context, IEnumerable<FileEntry> entries, OutputFormat format)
    {
        var isWide = format == OutputFormat.Wide;
        var table = new Table(new Column("MODE"), new Column("OWNER"), new Column("SIZE", AlignRight: true), new Column("MODIFIED"), new Column("NAME"));
        foreach (var entry in entries)
        {
            table.Add(
                ModeText.Of(entry),
                Owner(entry),
                Size(entry, isWide),
                Time(entry, context.Clock, isWide),
                Name(entry));
        }

        return table.Render(context.Palette);
    }

    private static string? Owner(FileEntry entry) => entry.UserId is { } user
        ? string.Create(CultureInfo.InvariantCulture, $"{user}:{entry.GroupId?.ToString(CultureInfo.InvariantCulture) ?? "?"}")
        : null;

    private static string? Size(FileEntry entry, bool isExact) => entry.Kind != FileKind.Regular ? null
        : isExact ? entry.Size.ToString(CultureInfo.InvariantCulture)
        : ByteSize.Format(entry.Size);

    private static string Time(FileEntry entry, TimeProvider clock, bool isExact) => isExact
        ? entry.ModifiedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : TimeZoneInfo.ConvertTime(entry.ModifiedAt, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Cell Name(FileEntry entry) => entry.Kind switch
    {
        FileKind.Link => new Cell($"{entry.Name} -> {entry.LinkTarget}"),
        FileKind.Directory => new Cell($"{entry.Name.TrimEnd('/')}/", Ink.Heading),
        FileKind.Regular when entry.IsExecutable => new Cell(entry.Name, Ink.Good),
        _ => new Cell(entry.Name),
    };
}
