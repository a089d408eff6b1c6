using System.Formats.Tar;
using DebugDeck.Core.Files;

namespace DebugDeck.Docker.Files;

/// <summary>Picks the direct children of a folder out of the archive of its whole tree.</summary>
internal sealed class FolderListing(string folder)
{
    private readonly Dictionary<string, FileEntry> _children = new(StringComparer.Ordinal);

    public bool Has(string path) => _children.ContainsKey(path);

    /// <summary>The child that the entry is; null if it lies deeper, or is the folder itself. A size below zero is not known: it is a hard link to a file elsewhere.</summary>
    public FileEntry? Take(TarEntry entry)
    {
        var name = entry.Name.AsSpan();
        name = name.StartsWith("./") ? name[2..] : name;
        name = name.TrimEnd('/');
        if (name.Length == 0 || name.Contains('/'))
        {
            return null;
        }

        var path = folder == "/" ? $"/{name}" : $"{folder}/{name}";
        var kind = Kind(entry.EntryType);
        var child = new FileEntry(
            path,
            kind,
            entry.EntryType == TarEntryType.HardLink ? LinkedSize(entry.LinkName) : kind == FileKind.Regular ? entry.Length : 0,
            entry.Mode,
            entry.ModificationTime,
            kind == FileKind.Link ? entry.LinkName : null,
            entry.Uid,
            entry.Gid);
        _children[path] = child;
        return child;
    }

    private long LinkedSize(string target)
    {
        var name = target.StartsWith("./", StringComparison.Ordinal) ? target[2..] : target;
        return _children.GetValueOrDefault(folder == "/" ? $"/{name}" : $"{folder}/{name}")?.Size ?? -1;
    }

    private static FileKind Kind(TarEntryType type) => type switch
    {
        TarEntryType.Directory or TarEntryType.DirectoryList => FileKind.Directory,
        TarEntryType.SymbolicLink => FileKind.Link,
        TarEntryType.Fifo => FileKind.Pipe,
        TarEntryType.BlockDevice or TarEntryType.CharacterDevice => FileKind.Device,
        _ => FileKind.Regular,
    };
}
