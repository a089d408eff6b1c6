using System.Formats.Tar;
using System.Runtime.CompilerServices;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;

namespace DebugDeck.TestKit;

/// <summary>A small file tree in memory. Links are not followed inside a path; that is the business of real hosts.</summary>
public sealed class FakeFiles : IContainerFiles
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Enterable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly SortedDictionary<string, (FileEntry Entry, byte[] Content)> _entries = new(StringComparer.Ordinal)
    {
        ["/"] = (new FileEntry("/", FileKind.Directory, 0, Enterable, At, null, 0, 0), []),
    };

    private static DateTimeOffset At { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public FakeFiles Directory(string path, UnixFileMode mode = Enterable, int owner = 0) =>
        Add(new FileEntry(path, FileKind.Directory, 0, mode, At, null, owner, owner), []);

    public FakeFiles File(string path, string content, UnixFileMode mode = Readable, int owner = 0)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);
        return Add(new FileEntry(path, FileKind.Regular, bytes.Length, mode, At, null, owner, owner), bytes);
    }

    public FakeFiles Link(string path, string target) =>
        Add(new FileEntry(path, FileKind.Link, 0, Enterable, At, target, 0, 0), []);

    public FakeFiles Add(FileEntry entry, byte[] content)
    {
        _entries[entry.Path] = (entry, content);
        return this;
    }

    public Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken) =>
        Task.FromResult(_entries.TryGetValue(Clean(path), out var found) ? found.Entry : null);

    public async IAsyncEnumerable<FileEntry> ListAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = Find(path);
        if (folder.Entry.Kind != FileKind.Directory)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{path} is not a directory");
        }

        foreach (var (entry, _) in _entries.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Path != "/" && Parent(entry.Path) == folder.Entry.Path)
            {
                await Task.Yield();
                yield return entry;
            }
        }
    }

    public Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken)
    {
        var content = Find(path).Content;
        return Task.FromResult(content.Length <= limit ? content : content[..limit]);
    }

    public async Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken)
    {
        var top = Find(path).Entry;
        var archive = new MemoryStream();
        await using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (entry, content) in _entries.Values)
            {
                if (entry.Path == top.Path || entry.Path.StartsWith(top.Path.TrimEnd('/') + "/", StringComparison.Ordinal))
                {
                    var name = top.Name.Trim('/') + entry.Path[top.Path.TrimEnd('/').Length..];
                    await writer.WriteEntryAsync(TarEntryOf(entry, name.Length == 0 ? "." : name, content), cancellationToken);
                }
            }
        }

        archive.Position = 0;
        return archive;
    }

    private static PaxTarEntry TarEntryOf(FileEntry entry, string name, byte[] content)
    {
        var written = new PaxTarEntry(
            entry.Kind switch
            {
                FileKind.Directory => TarEntryType.Directory,
                FileKind.Link => TarEntryType.SymbolicLink,
                _ => TarEntryType.RegularFile,
            },
            name)
        {
            Mode = entry.Mode,
            ModificationTime = entry.ModifiedAt,
        };
        if (entry.Kind == FileKind.Link)
        {
            written.LinkName = entry.LinkTarget ?? "";
        }

        if (entry.Kind == FileKind.Regular)
        {
            written.DataStream = new MemoryStream(content);
        }

        return written;
    }

    private (FileEntry Entry, byte[] Content) Find(string path) => _entries.TryGetValue(Clean(path), out var found)
        ? found
        : throw new DebugDeckException(ErrorKind.NotFound, $"there is no {path}");

    private static string Clean(string path) => path == "/" ? path : path.TrimEnd('/');

    private static string Parent(string path) => path[..Math.Max(1, path.LastIndexOf('/'))];
}
