using System.Formats.Tar;
using System.Runtime.CompilerServices;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Files;

/// <summary>The files of a container through the engine's archive API: in any state, without running anything. What the kernel mounts into a running one is not in it.</summary>
public sealed class DockerFiles(DockerConnection connection, Target target) : IContainerFiles
{
    private readonly DockerContents _contents = new(connection, target);
    private ContainerMounts? _mounts;

    public async Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken)
    {
        var normal = ContainerPath.Normalize(path);
        var mounts = await MountsAsync(cancellationToken);
        if (normal != "/" && mounts.InMemory.Count > 0)
        {
            await ThrowIfHiddenAsync(normal, mounts, cancellationToken);
        }

        var entry = await PathStat.AskAsync(connection, target.Id, normal, cancellationToken);
        if (entry is null)
        {
            // A missing container gives the same answer, and so does what only the running container sees.
            await ThrowIfHiddenAsync(normal, await AskMountsAsync(cancellationToken), cancellationToken);
        }

        return entry;
    }

    public async IAsyncEnumerable<FileEntry> ListAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = await ReadableAsync(path, cancellationToken);
        if (folder.Kind != FileKind.Directory)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"'{path}' in '{target.Name}' is not a folder");
        }

        var mounts = await MountsAsync(cancellationToken);
        var listing = new FolderListing(folder.Path);
        await using (var tar = await OpenAsync(folder.Path, "/.", cancellationToken))
        await using (var reader = new TarReader(tar))
        {
            while (await ArchiveStream.NextAsync(reader, connection.Info, cancellationToken) is { } entry)
            {
                if (listing.Take(entry) is { } child)
                {
                    yield return child.Size < 0 ? await StatAsync(child.Path, cancellationToken) ?? child with { Size = 0 } : child;
                }
            }
        }

        // In a container that was never started the mount points need not exist yet.
        foreach (var mount in mounts.ChildrenIn(folder.Path).Where(mount => !listing.Has(mount)))
        {
            yield return await PathStat.AskAsync(connection, target.Id, mount, cancellationToken)
                ?? new FileEntry(mount, FileKind.Directory, 0, (UnixFileMode)0x1ED, target.CreatedAt ?? DateTimeOffset.UnixEpoch);
        }
    }

    public async Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken)
    {
        var file = await ReadableAsync(path, cancellationToken);
        if (file.Kind != FileKind.Regular)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"'{path}' in '{target.Name}' is not a file");
        }

        await using var tar = await OpenAsync(file.Path, "", cancellationToken);
        await using var reader = new TarReader(tar);
        var entry = await ArchiveStream.NextAsync(reader, connection.Info, cancellationToken);
        var content = new byte[(int)Math.Min(entry?.Length ?? 0, limit)];
        if (content.Length > 0)
        {
            await entry!.DataStream!.ReadExactlyAsync(content, cancellationToken);
        }

        return content;
    }

    public async Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken)
    {
        var normal = ContainerPath.Normalize(path);
        var mounts = await MountsAsync(cancellationToken);
        if (mounts.Hiding(await RealPathAsync(normal, cancellationToken)) is { } mount)
        {
            throw Hidden(normal, mount);
        }

        // The engine names the entries of an archive of / by absolute paths.
        return normal == "/" ? await OpenAsync("/", ".", cancellationToken) : await OpenAsync(normal, "", cancellationToken);
    }

    public async Task<FileCapture> CaptureAsync(IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken) =>
        await new DockerCapture(connection, target, await MountsAsync(cancellationToken), _contents).RunAsync(wishes, cancellationToken);

    // Where the content is to be read: links followed, and nothing in the way of the archive API.
    private async Task<FileEntry> ReadableAsync(string path, CancellationToken cancellationToken)
    {
        var entry = await FileResolver.ResolveAsync(path, StatAsync, cancellationToken);
        var mounts = await MountsAsync(cancellationToken);
        return mounts.Hiding(await RealPathAsync(entry.Path, cancellationToken)) is { } mount ? throw Hidden(entry.Path, mount) : entry;
    }

    private async Task<Stream> OpenAsync(string path, string suffix, CancellationToken cancellationToken)
    {
        var question = new ContainerPathStatParameters { Path = path + suffix };
        var answer = await connection.AskAsync(
            $"file '{path}' in container '{target.Name}'",
            (engine, token) => engine.Containers.GetArchiveFromContainerAsync(target.Id, question, statOnly: false, token),
            cancellationToken);
        return new ArchiveStream(answer.Stream!, connection.Info);
    }

    private async Task ThrowIfHiddenAsync(string path, ContainerMounts mounts, CancellationToken cancellationToken)
    {
        // The mount point itself is seen.
        if (mounts.Hiding(await RealPathAsync(ContainerPath.Parent(path), cancellationToken)) is { } mount)
        {
            throw Hidden(path, mount);
        }
    }

    // Parents may be links (/var/run leads to /run), and what a path leads to decides whether it can be seen.
    private async Task<string> RealPathAsync(string path, CancellationToken cancellationToken)
    {
        var real = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = ContainerPath.Resolve(real, part);
            var entry = _mounts?.Hiding(next) is null ? await PathStat.AskAsync(connection, target.Id, next, cancellationToken) : null;
            real = entry is { Kind: FileKind.Link, LinkTarget: { } leadsTo } ? ContainerPath.Resolve(real, leadsTo) : next;
        }

        return real;
    }

    // A container's mounts never change.
    private async Task<ContainerMounts> MountsAsync(CancellationToken cancellationToken) => _mounts ??= await AskMountsAsync(cancellationToken);

    private async Task<ContainerMounts> AskMountsAsync(CancellationToken cancellationToken) => ContainerMounts.Of(await connection.AskAsync(
        $"container '{target.Name}'", (engine, token) => engine.Containers.InspectContainerAsync(target.Id, token), cancellationToken));

    private DebugDeckException Hidden(string path, string mount) => new(
        ErrorKind.Failed,
        $"'{path}' cannot be seen from outside: {mount} is mounted in memory while the container runs",
        $"look from beside it: `debugdeck debug {target.Address}`, then $TARGET{path}");
}
