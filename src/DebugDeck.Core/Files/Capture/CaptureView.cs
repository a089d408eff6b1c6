namespace DebugDeck.Core.Files.Capture;

/// <summary>
/// A capture as a reader uses it: what has been seen is handed out, and what has not goes onto the list of wishes. So a reader is written once, as if all
/// files were there, and says by itself what it still lacks.
/// </summary>
public sealed class CaptureView(FileCapture seen)
{
    private readonly List<FileWish> _missing = [];

    /// <summary>What was looked for and has not been asked yet, as far as the reader came.</summary>
    public IReadOnlyList<FileWish> Missing => _missing;

    /// <summary>What is at a path; null if nobody has looked yet.</summary>
    public CapturedFile? Stat(string path) => seen[path] ?? Wish(new FileWish(path, FileWishKind.Stat));

    /// <summary>A file with its content. Null if nobody has looked yet; without content if there is nothing to read.</summary>
    public CapturedFile? Content(string path, int limit = FileWish.StandardLimit)
    {
        if (seen[path] is not { } file)
        {
            return Wish(new FileWish(path, FileWishKind.Content, limit));
        }

        var isEnough = file.Content is { } content && (!file.IsCut || content.Length >= limit);
        if (!isEnough && file is { Target.Kind: FileKind.Regular, Error: null })
        {
            Wish(new FileWish(path, FileWishKind.Content, limit));
        }

        return file;
    }

    /// <summary>Part of a file; null if it has not been read, or cannot be.</summary>
    public ReadOnlyMemory<byte>? Piece(string path, long offset, int length)
    {
        if (offset < 0 || length <= 0 || seen[path] is { Exists: false })
        {
            return null;
        }

        if (seen[path]?.Slice(offset, length) is { } found)
        {
            return found;
        }

        Wish(new FileWish(path, FileWishKind.Content, length) { Offset = offset });
        return null;
    }

    /// <summary>A directory with its entries. Null if nobody has looked yet; without entries if it is none.</summary>
    public CapturedFile? Listing(string path, int limit = 1000)
    {
        if (seen[path] is not { } folder)
        {
            return Wish(new FileWish(path, FileWishKind.Listing, limit));
        }

        if (folder is { Listing: null, Target.Kind: FileKind.Directory, Error: null })
        {
            Wish(new FileWish(path, FileWishKind.Listing, limit));
        }

        return folder;
    }

    private CapturedFile? Wish(FileWish wish)
    {
        _missing.Add(wish);
        return null;
    }
}
