using DebugDeck.Core.Files;

namespace DebugDeck.Core.Tests.Shells;

/// <summary>The files of a made-up container, looked at as a host looks: links in parents are resolved, the last part is not.</summary>
internal sealed class FileTree
{
    private readonly Dictionary<string, FileEntry> _entries = new(StringComparer.Ordinal);

    public int Questions { get; private set; }

    public FileTree Folder(string path) => Add(path, FileKind.Directory, 0x1ED);

    public FileTree Executable(string path) => Add(path, FileKind.Regular, 0x1ED);

    public FileTree File(string path) => Add(path, FileKind.Regular, 0x1A4);

    public FileTree Link(string path, string target) => Add(path, FileKind.Link, 0x1FF, target);

    public Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken)
    {
        Questions++;
        return Task.FromResult(Real(path, 0));
    }

    private FileEntry? Real(string path, int depth)
    {
        var parent = ContainerPath.Parent(path);
        if (depth > 20 || path == "/")
        {
            return null;
        }

        if (_entries.GetValueOrDefault(path) is { } entry)
        {
            return entry;
        }

        return Real(parent, depth + 1) is { Kind: FileKind.Link } link
            ? Real(ContainerPath.Resolve(ContainerPath.Parent(parent), link.LinkTarget!) + path[parent.Length..], depth + 1)
            : null;
    }

    private FileTree Add(string path, FileKind kind, int mode, string? target = null)
    {
        _entries[path] = new FileEntry(path, kind, 0, (UnixFileMode)mode, DateTimeOffset.UnixEpoch, target);
        return this;
    }
}
