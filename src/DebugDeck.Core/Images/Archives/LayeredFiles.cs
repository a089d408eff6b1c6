using System.Runtime.CompilerServices;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using ZstdSharp;

namespace DebugDeck.Core.Images.Archives;

/// <summary>The files of an image whose layers are at hand.</summary>
internal sealed class LayeredFiles(ImageNode root, LayerContents contents, bool isCut) : IContainerFiles, IFileTree
{
    public IEnumerable<FileEntry> All => Below(root, "/");

    public bool IsCut => isCut;

    public Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken)
    {
        var normal = ContainerPath.Normalize(path);
        return Task.FromResult(ImagePaths.Find(root, path, followLast: false)?.Node.At(normal));
    }

    public async IAsyncEnumerable<FileEntry> ListAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (folder, real) = Found(path);
        if (folder.Children is null)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"'{path}' in the image is not a folder");
        }

        foreach (var entry in Children(folder, real))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask;
    }

    public Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken) => ReadAsync(path, 0L, limit, cancellationToken);

    public async Task<byte[]> ReadAsync(string path, long offset, int limit, CancellationToken cancellationToken)
    {
        var file = Found(path).Node;
        if (file.Kind != FileKind.Regular)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"'{path}' in the image is not a file");
        }

        await contents.PrepareAsync([file], cancellationToken);
        try
        {
            return Read(file, offset, limit);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new DebugDeckException(ErrorKind.Failed, $"'{path}' cannot be read: its layer is damaged", inner: error);
        }
    }

    public async Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken)
    {
        if (ImagePaths.Find(root, path, followLast: false) is not var (node, real))
        {
            throw Missing(path);
        }

        return await ImageTar.WriteAsync(node, real, contents, cancellationToken);
    }

    public async Task<FileCapture> CaptureAsync(IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken)
    {
        var found = wishes.Select(wish => (Wish: wish, Entry: ImagePaths.Find(root, wish.Path, followLast: false), Target: ImagePaths.Find(root, wish.Path, followLast: true))).ToList();
        await contents.PrepareAsync(
            found.Where(one => one.Wish.Kind == FileWishKind.Content).Select(one => one.Target?.Node).Where(node => node is { Kind: FileKind.Regular })!,
            cancellationToken);
        return new FileCapture(found.ConvertAll(one => Grant(one.Wish, one.Entry?.Node, one.Target)));
    }

    private CapturedFile Grant(FileWish wish, ImageNode? entry, (ImageNode Node, string Path)? target)
    {
        var file = new CapturedFile { Path = wish.Path, Entry = entry?.At(ContainerPath.Normalize(wish.Path)), Target = target?.Node.At(target.Value.Path) };
        try
        {
            return (wish.Kind, target?.Node) switch
            {
                (FileWishKind.Content, { Kind: FileKind.Regular } node) when wish.Offset > 0 => file with { Pieces = [new FilePiece(wish.Offset, Read(node, wish.Offset, wish.Limit))] },
                (FileWishKind.Content, { Kind: FileKind.Regular } node) => file with { Content = Read(node, 0, wish.Limit), IsCut = node.Size > wish.Limit },
                (FileWishKind.Listing, { Children: { } children } node) => file with
                {
                    Listing = [.. Children(node, target!.Value.Path).Take(wish.Limit)],
                    IsCut = children.Count > wish.Limit,
                },
                _ => file,
            };
        }
        catch (Exception error) when (IsDamage(error))
        {
            return file with { Error = "its layer is damaged" };
        }
    }

    // Blocks: the content is in a local file, or in the page cache of one.
    private byte[] Read(ImageNode file, long offset, int limit)
    {
        var length = (int)Math.Min(limit, Math.Max(0, file.Size - offset));
        if (length == 0)
        {
            return [];
        }

        using var stream = contents.Open(file);
        if (stream.CanSeek)
        {
            stream.Position = offset;
        }
        else
        {
            CopySkipping(stream, offset);
        }

        var content = new byte[length];
        stream.ReadExactly(content);
        return content;
    }

    private static void CopySkipping(Stream stream, long count)
    {
        var scratch = new byte[64 * 1024];
        for (var left = count; left > 0;)
        {
            var read = stream.Read(scratch.AsSpan(0, (int)Math.Min(scratch.Length, left)));
            left -= read > 0 ? read : throw new EndOfStreamException();
        }
    }

    private (ImageNode Node, string Path) Found(string path) => ImagePaths.Find(root, path, followLast: true) ?? throw Missing(path);

    private static IEnumerable<FileEntry> Children(ImageNode folder, string path) => folder.Children!.Values
        .OrderBy(child => child.Name, StringComparer.Ordinal)
        .Select(child => child.At(ContainerPath.Resolve(path, child.Name)));

    private static IEnumerable<FileEntry> Below(ImageNode folder, string path)
    {
        yield return folder.At(path);
        foreach (var child in folder.Children?.Values ?? Enumerable.Empty<ImageNode>())
        {
            foreach (var entry in Below(child, path == "/" ? $"/{child.Name}" : $"{path}/{child.Name}"))
            {
                yield return entry;
            }
        }
    }

    private static bool IsDamage(Exception error) => error is InvalidDataException or EndOfStreamException or ZstdException;

    private static DebugDeckException Missing(string path) => new(ErrorKind.NotFound, $"there is no '{path}' in the image");
}
