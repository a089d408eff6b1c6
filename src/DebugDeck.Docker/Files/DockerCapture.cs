using System.Collections.Concurrent;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets;

namespace DebugDeck.Docker.Files;

/// <summary>
/// Grants many wishes of one container. Each path is asked for once, and nothing below a folder that is not there: most of what is looked for in an image is not,
/// and its folder is not either.
/// </summary>
internal sealed class DockerCapture(DockerConnection connection, Target target, ContainerMounts mounts, DockerContents contents)
{
    private const int MostLinks = 40;

    private readonly ConcurrentDictionary<string, Lazy<Task<FileEntry?>>> _asked = new(StringComparer.Ordinal);

    public async Task<FileCapture> RunAsync(IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken)
    {
        var found = new CapturedFile[wishes.Count];

        // More at once gains nothing (library-notes A.2).
        var options = new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, found.Length, options, async (index, token) => found[index] = await LookAsync(wishes[index], token));
        var folders = found.Zip(wishes)
            .Where(both => both.Second is { Kind: FileWishKind.Content, Offset: 0 } && both.First is { Error: null, Target: { Kind: FileKind.Regular, Size: > 0 } file } && !contents.Has(file))
            .GroupBy(both => ContainerPath.Parent(both.First.Target!.Path))
            .Where(folder => folder.Key != "/" && folder.DistinctBy(both => both.First.Target!.Path).Count() > 1)
            .Select(folder => folder.Key)
            .ToList();
        await Parallel.ForEachAsync(folders, options, async (folder, token) => await contents.PrepareAsync(folder, token));
        await Parallel.ForAsync(0, found.Length, options, async (index, token) => found[index] = await GrantAsync(found[index], wishes[index], token));
        return new FileCapture(found);
    }

    private async Task<CapturedFile> LookAsync(FileWish wish, CancellationToken cancellationToken)
    {
        var file = new CapturedFile { Path = wish.Path };
        try
        {
            var entry = await WalkAsync(wish.Path, followLast: false, cancellationToken);
            var end = entry is { Kind: FileKind.Link } ? await WalkAsync(wish.Path, followLast: true, cancellationToken) : entry;
            file = file with { Entry = entry is null ? null : entry with { Path = ContainerPath.Normalize(wish.Path) }, Target = end };
            return (wish.Kind, end?.Kind) is (FileWishKind.Content, FileKind.Regular) or (FileWishKind.Listing, FileKind.Directory) && mounts.Hiding(end!.Path) is { } mount
                ? file with { Error = Hidden(mount).Message }
                : file;
        }
        catch (DebugDeckException error) when (error.Kind is not ErrorKind.Unreachable)
        {
            return file with { Error = error.Message };
        }
    }

    private async Task<CapturedFile> GrantAsync(CapturedFile file, FileWish wish, CancellationToken cancellationToken)
    {
        try
        {
            return (file.Error, wish.Kind, file.Target) switch
            {
                (null, FileWishKind.Content, { Kind: FileKind.Regular } end) => await ReadAsync(file, end, wish, cancellationToken),
                (null, FileWishKind.Listing, { Kind: FileKind.Directory } end) => await ListAsync(file, end, wish, cancellationToken),
                _ => file,
            };
        }
        catch (DebugDeckException error) when (error.Kind is not ErrorKind.Unreachable)
        {
            return file with { Error = error.Message };
        }
    }

    // As a kernel would, but for links: where they lead the engine has worked out already.
    private async Task<FileEntry?> WalkAsync(string path, bool followLast, CancellationToken cancellationToken)
    {
        var links = 0;
        var left = new Stack<string>(ContainerPath.Normalize(path).Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        FileEntry? entry = await StatAsync("/", cancellationToken)
            ?? throw new DebugDeckException(ErrorKind.NotFound, $"{connection.Info.Name} has no container '{target.Name}'");
        while (left.TryPop(out var part))
        {
            var next = ContainerPath.Resolve(entry?.Path ?? "/", part);
            if (mounts.Hiding(next) is { } mount && mount != next)
            {
                throw Hidden(mount);
            }

            entry = await StatAsync(next, cancellationToken);
            if (entry is { Kind: FileKind.Link, LinkTarget: { } target } && (left.Count > 0 || followLast))
            {
                if (++links > MostLinks)
                {
                    return null;
                }

                foreach (var linked in ContainerPath.Resolve(ContainerPath.Parent(next), target).Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
                {
                    left.Push(linked);
                }

                entry = null;
            }
            else if (entry is null || (left.Count > 0 && entry.Kind != FileKind.Directory))
            {
                return null;
            }
        }

        return entry;
    }

    private Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken) =>
        _asked.GetOrAdd(path, asked => new(() => PathStat.AskAsync(connection, target.Id, asked, cancellationToken))).Value;

    private async Task<CapturedFile> ReadAsync(CapturedFile file, FileEntry end, FileWish wish, CancellationToken cancellationToken)
    {
        var content = await contents.ReadAsync(end, wish.Offset, wish.Limit, cancellationToken);
        return wish.Offset > 0
            ? file with { Pieces = [new FilePiece(wish.Offset, content)] }
            : file with { Content = content, IsCut = end.Size > content.Length };
    }

    private async Task<CapturedFile> ListAsync(CapturedFile file, FileEntry folder, FileWish wish, CancellationToken cancellationToken)
    {
        var entries = await contents.ListAsync(folder, wish.Limit, cancellationToken);
        return entries.Count > wish.Limit ? file with { Listing = entries[..wish.Limit], IsCut = true } : file with { Listing = entries };
    }

    private static DebugDeckException Hidden(string mount) => new(ErrorKind.Failed, $"{mount} is mounted in memory while the container runs");
}
