using System.Runtime.CompilerServices;
using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.TestKit;

/// <summary>The files of an image in memory, with links followed on the way as a kernel would: inside the tree, whatever they say.</summary>
public sealed class ImageTree : IContainerFiles, IFileTree
{
    private const UnixFileMode Enterable = (UnixFileMode)0x1ED;
    private const int MostLinks = 40;

    private readonly SortedDictionary<string, (FileEntry Entry, byte[] Content)> _entries = new(StringComparer.Ordinal)
    {
        ["/"] = (new FileEntry("/", FileKind.Directory, 0, Enterable, At, null, 0, 0), []),
    };

    private static DateTimeOffset At { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>How many times <see cref="CaptureAsync"/> was called.</summary>
    public int Rounds { get; private set; }

    public IEnumerable<FileEntry> All => _entries.Values.Select(both => both.Entry);

    public bool IsCut => false;

    public ImageTree File(string path, string content = "", int mode = 0x1A4, int owner = 0) => File(path, Encoding.UTF8.GetBytes(content), mode, owner);

    public ImageTree File(string path, byte[] content, int mode = 0x1A4, int owner = 0) =>
        Add(new FileEntry(path, FileKind.Regular, content.Length, (UnixFileMode)mode, At, null, owner, owner), content);

    /// <summary>The smallest static ELF file for amd64 that a reader has nothing to say against; it is not meant to run.</summary>
    public ImageTree Program(string path) => File(path, StaticElf(), 0x1ED);

    public ImageTree Link(string path, string target) => Add(new FileEntry(path, FileKind.Link, 0, (UnixFileMode)0x1FF, At, target, 0, 0), []);

    public ImageTree Folder(string path, int mode = 0x1ED, int owner = 0) =>
        Add(new FileEntry(path, FileKind.Directory, 0, (UnixFileMode)mode, At, null, owner, owner), []);

    public ImageTree Without(string path)
    {
        foreach (var inside in _entries.Keys.Where(known => ContainerPath.IsWithin(known, path)).ToList())
        {
            _entries.Remove(inside);
        }

        return this;
    }

    public async Task<FileCapture> CaptureAsync(IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken)
    {
        Rounds++;
        return await OneByOne.CaptureAsync(this, wishes, cancellationToken);
    }

    public Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken) =>
        Task.FromResult(Find(path, followLast: false) is { } found ? found.Entry with { Path = ContainerPath.Normalize(path) } : null);

    public async IAsyncEnumerable<FileEntry> ListAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = Find(path, followLast: true)?.Entry ?? throw Missing(path);
        await Task.Yield();
        foreach (var entry in All.Where(entry => entry.Path != "/" && ContainerPath.Parent(entry.Path) == folder.Path).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    public Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken)
    {
        var content = (Find(path, followLast: true) ?? throw Missing(path)).Content;
        return Task.FromResult(content.Length <= limit ? content : content[..limit]);
    }

    public Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException("no test archives an image tree");

    private ImageTree Add(FileEntry entry, byte[] content)
    {
        for (var parent = ContainerPath.Parent(entry.Path); !_entries.ContainsKey(parent); parent = ContainerPath.Parent(parent))
        {
            _entries[parent] = (new FileEntry(parent, FileKind.Directory, 0, Enterable, At, null, 0, 0), []);
        }

        _entries[entry.Path] = (entry, content);
        return this;
    }

    private (FileEntry Entry, byte[] Content)? Find(string path, bool followLast)
    {
        var rest = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        var at = "/";
        for (var links = 0; rest.TryPop(out var part);)
        {
            if (part is "." or "..")
            {
                at = part == "." ? at : ContainerPath.Parent(at);
                continue;
            }

            var next = at == "/" ? $"/{part}" : $"{at}/{part}";
            if (!_entries.TryGetValue(next, out var found))
            {
                return null;
            }

            if (found.Entry is { Kind: FileKind.Link, LinkTarget: { } target } && (rest.Count > 0 || followLast))
            {
                if (++links > MostLinks)
                {
                    return null;
                }

                at = target.StartsWith('/') ? "/" : at;
                foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
                {
                    rest.Push(step);
                }

                continue;
            }

            at = next;
        }

        return _entries[at];
    }

    private static byte[] StaticElf()
    {
        var elf = new byte[64 + 56];
        ReadOnlySpan<byte> head = [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        head.CopyTo(elf);
        BitConverter.TryWriteBytes(elf.AsSpan(16), (ushort)2);
        BitConverter.TryWriteBytes(elf.AsSpan(18), (ushort)62);
        BitConverter.TryWriteBytes(elf.AsSpan(20), 1);
        BitConverter.TryWriteBytes(elf.AsSpan(24), 0x400078L);
        BitConverter.TryWriteBytes(elf.AsSpan(32), 64L);
        BitConverter.TryWriteBytes(elf.AsSpan(52), (ushort)64);
        BitConverter.TryWriteBytes(elf.AsSpan(54), (ushort)56);
        BitConverter.TryWriteBytes(elf.AsSpan(56), (ushort)1);

        // One segment to load: all of it.
        BitConverter.TryWriteBytes(elf.AsSpan(64), 1);
        BitConverter.TryWriteBytes(elf.AsSpan(68), 5);
        BitConverter.TryWriteBytes(elf.AsSpan(80), 0x400000L);
        BitConverter.TryWriteBytes(elf.AsSpan(96), (long)elf.Length);
        BitConverter.TryWriteBytes(elf.AsSpan(104), (long)elf.Length);
        return elf;
    }

    private static DebugDeckException Missing(string path) => new(ErrorKind.NotFound, $"there is no {path}");
}
