using System.Formats.Tar;
using DebugDeck.Core.Files;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Files.Copying;

/// <summary>A container that has just been made up, for faults that no real one gives on demand.</summary>
internal sealed class TarFiles : IContainerFiles
{
    private readonly Dictionary<string, FileEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>What goes into the archive besides.</summary>
    public Action<TarWriter> Extra { get; set; } = _ => { };

    /// <summary>What the archive's stream becomes on its way.</summary>
    public Func<Stream, Stream> Wrap { get; set; } = stream => stream;

    public TarFiles Folder(string path) => Add(path, FileKind.Directory);

    public TarFiles File(string path) => Add(path, FileKind.Regular);

    public TarFiles Link(string path, string target) => Add(path, FileKind.Link, target);

    public Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken) => Task.FromResult(_entries.GetValueOrDefault(path));

    public Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        var cut = ContainerPath.Parent(path).TrimEnd('/').Length + 1;
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var entry in _entries.Values.Where(entry => ContainerPath.IsWithin(entry.Path, path)))
            {
                var name = entry.Path[cut..];
                _ = entry.Kind switch
                {
                    FileKind.Directory => tar.Folder(name + "/"),
                    FileKind.Link => tar.Link(name, entry.LinkTarget!),
                    _ => tar.File(name, $"content of {entry.Path}"),
                };
            }

            Extra(tar);
        }

        bytes.Position = 0;
        return Task.FromResult(Wrap(bytes));
    }

    public IAsyncEnumerable<FileEntry> ListAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    private TarFiles Add(string path, FileKind kind, string? target = null)
    {
        _entries[path] = new FileEntry(path, kind, 0, (UnixFileMode)0x1A4, DateTimeOffset.UnixEpoch, target);
        return this;
    }
}
