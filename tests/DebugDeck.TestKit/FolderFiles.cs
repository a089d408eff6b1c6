using System.Formats.Tar;
using System.Runtime.CompilerServices;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;

namespace DebugDeck.TestKit;

/// <summary>The files below a local directory, as a container whose root it is would see them: links do not lead out.</summary>
public sealed class FolderFiles(string root) : IContainerFiles
{
    public string Root => root;

    public Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken) => Task.FromResult(Entry(Real(path, followLast: false)));

    public async IAsyncEnumerable<FileEntry> ListAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = Real(path, followLast: true);
        if (!Directory.Exists(Local(folder)))
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{path} is not a directory");
        }

        foreach (var name in Directory.EnumerateFileSystemEntries(Local(folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal))
        {
            await Task.Yield();
            yield return Entry(ContainerPath.Resolve(folder, name!))!;
        }
    }

    public async Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken) => await ((IContainerFiles)this).ReadAsync(path, 0L, limit, cancellationToken);

    async Task<byte[]> IContainerFiles.ReadAsync(string path, long offset, int limit, CancellationToken cancellationToken)
    {
        var real = Real(path, followLast: true);
        if (!File.Exists(Local(real)))
        {
            throw new DebugDeckException(ErrorKind.NotFound, $"there is no {path}");
        }

        await using var file = File.OpenRead(Local(real));
        file.Position = Math.Min(offset, file.Length);
        var content = new byte[Math.Min(limit, file.Length - file.Position)];
        await file.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    public async Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken)
    {
        var archive = new MemoryStream();
        await TarFile.CreateFromDirectoryAsync(Local(Real(path, followLast: false)), archive, includeBaseDirectory: false, cancellationToken);
        archive.Position = 0;
        return archive;
    }

    private string Local(string path) => root + path;

    private string Real(string path, bool followLast)
    {
        var left = new Stack<string>(ContainerPath.Normalize(path).Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        var real = "/";
        for (var links = 0; left.TryPop(out var part);)
        {
            var next = ContainerPath.Resolve(real, part);
            if ((left.Count > 0 || followLast) && new FileInfo(Local(next)).LinkTarget is { } target && links++ < 40)
            {
                foreach (var linked in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
                {
                    left.Push(linked);
                }

                real = target.StartsWith('/') ? "/" : real;
                continue;
            }

            real = next;
        }

        return real;
    }

    private FileEntry? Entry(string path)
    {
        FileSystemInfo info = Directory.Exists(Local(path)) ? new DirectoryInfo(Local(path)) : new FileInfo(Local(path));
        if (info.LinkTarget is { } target)
        {
            return new FileEntry(path, FileKind.Link, 0, (UnixFileMode)0x1FF, info.LastWriteTimeUtc, target);
        }

        return info switch
        {
            DirectoryInfo => new FileEntry(path, FileKind.Directory, 0, info.UnixFileMode, info.LastWriteTimeUtc, null, 0, 0),
            FileInfo { Exists: true } file => new FileEntry(path, FileKind.Regular, file.Length, info.UnixFileMode, info.LastWriteTimeUtc, null, 0, 0),
            _ => null,
        };
    }
}
