namespace DebugDeck.Core.Files.Capture;

/// <summary>What was found where a <see cref="FileWish"/> pointed.</summary>
public sealed record CapturedFile
{
    /// <summary>The path as it was asked for.</summary>
    public required string Path { get; init; }

    /// <summary>What is there itself, a link being a link; null if nothing is, or nothing could be seen (<see cref="Error"/>).</summary>
    public FileEntry? Entry { get; init; }

    /// <summary>What is at the end of the links; <see cref="Entry"/> where it is no link; null where a link leads nowhere.</summary>
    public FileEntry? Target { get; init; }

    /// <summary>The content of <see cref="Target"/>; null unless it was asked for and is a regular file that could be read.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>Parts from the middle of the file that wishes with an offset asked for.</summary>
    public IReadOnlyList<FilePiece> Pieces { get; init; } = [];

    /// <summary>The entries of the directory; null unless they were asked for and it is one.</summary>
    public IReadOnlyList<FileEntry>? Listing { get; init; }

    /// <summary>Content or listing is cut at the limit of the wish.</summary>
    public bool IsCut { get; init; }

    /// <summary>Why it could not be looked at (<c>permission denied</c>); null if it could, be it that nothing is there.</summary>
    public string? Error { get; init; }

    /// <summary>Something is there, and at the end of its links too.</summary>
    public bool Exists => Target is not null;

    /// <summary>
    /// Bytes from anywhere in the file, if they are among what was read; at the end of the file there may be fewer. Null if they were not read.
    /// </summary>
    public ReadOnlyMemory<byte>? Slice(long offset, int length)
    {
        if (offset < 0 || length < 0)
        {
            return null;
        }

        var end = Math.Min(offset + length, Target?.Size ?? long.MaxValue);
        return Pieces.Append(new FilePiece(0, Content ?? ReadOnlyMemory<byte>.Empty))
            .Where(piece => piece.Offset <= offset && end <= piece.Offset + piece.Bytes.Length && offset <= end)
            .Select(piece => (ReadOnlyMemory<byte>?)piece.Bytes.Slice((int)(offset - piece.Offset), (int)(end - offset)))
            .FirstOrDefault();
    }
}
