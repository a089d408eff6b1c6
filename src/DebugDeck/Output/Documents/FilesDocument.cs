using DebugDeck.Core.Files;

namespace DebugDeck.Output.Documents;

/// <summary>What <c>files -o json</c> prints.</summary>
internal sealed record FilesDocument(int SchemaVersion, string Address, string Path, IReadOnlyList<FileDocument> Entries)
{
    public FilesDocument(string address, string path, IReadOnlyList<FileDocument> entries)
        : this(1, address, path, entries)
    {
    }
}

/// <summary>A file in a document.</summary>
/// <param name="Mode">Octal: <c>0755</c>.</param>
internal sealed record FileDocument(
    string Name,
    string Path,
    string Kind,
    long Size,
    string Mode,
    DateTime ModifiedAt,
    string? LinkTarget,
    int? Uid,
    int? Gid)
{
    public static FileDocument From(FileEntry entry) => new(
        entry.Name,
        entry.Path,
        DocumentWord.Of(entry.Kind),
        entry.Size,
        ModeText.Octal(entry.Mode),
        entry.ModifiedAt.UtcDateTime,
        entry.LinkTarget,
        entry.UserId,
        entry.GroupId);
}
