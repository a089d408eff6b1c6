using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Files;

/// <summary>
/// The files of one target, whichever way they are read (design.md 6). Nothing is written into the target.
/// Parents of a path are resolved inside the target; the last part is not, unless a member says so.
/// </summary>
public interface IContainerFiles
{
    /// <summary>What is at <paramref name="path"/>; null if nothing is.</summary>
    Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// The entries directly in the directory <paramref name="path"/> (a link to one is followed), in the order they become known:
    /// an engine that can only send whole trees shows the first ones long before the last.
    /// </summary>
    /// <exception cref="DebugDeckException">NotFound; Failed if it is not a directory.</exception>
    IAsyncEnumerable<FileEntry> ListAsync(string path, CancellationToken cancellationToken);

    /// <summary>The content of a file, links followed, at most <paramref name="limit"/> bytes of it.</summary>
    /// <exception cref="DebugDeckException">NotFound; Failed if it is not a regular file.</exception>
    Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Part of a file, links followed: at most <paramref name="limit"/> bytes from <paramref name="offset"/> on, fewer at its end. A way that cannot pass over
    /// what comes before reads that too.
    /// </summary>
    /// <exception cref="DebugDeckException">NotFound; Failed if it is not a regular file, or the part begins too far in for this way.</exception>
    async Task<byte[]> ReadAsync(string path, long offset, int limit, CancellationToken cancellationToken)
    {
        const int Most = 64 * 1024 * 1024;
        return offset + limit > Most
            ? throw new DebugDeckException(ErrorKind.Failed, $"'{path}' is too large to read from the middle of it")
            : await ReadAsync(path, (int)offset + limit, cancellationToken) is { } content && content.Length > offset ? content[(int)offset..] : [];
    }

    /// <summary>A tar of the file or tree at <paramref name="path"/>; its entries begin with the last part of the path. The caller disposes the stream.</summary>
    /// <exception cref="DebugDeckException">NotFound.</exception>
    Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// Grants many wishes at once. What is not there, or may not be read, is part of the answer. A way that pays for each round trip takes one for all.
    /// </summary>
    Task<FileCapture> CaptureAsync(IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken) =>
        OneByOne.CaptureAsync(this, wishes, cancellationToken);
}
