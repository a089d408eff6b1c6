namespace DebugDeck.Core.Files.Capture;

/// <summary>One file that somebody wants to know about.</summary>
/// <param name="Path">Absolute, as the target sees it.</param>
/// <param name="Kind">How much of it.</param>
/// <param name="Limit">At most this many bytes of content, or this many entries of a listing; what is more is left out and said so.</param>
public sealed record FileWish(string Path, FileWishKind Kind = FileWishKind.Content, int Limit = FileWish.StandardLimit)
{
    /// <summary>Enough for every text file and every bundle of certificates; programs are asked for with a limit of their own.</summary>
    public const int StandardLimit = 1024 * 1024;

    /// <summary>
    /// Where in the file to begin, for the few parts of a large program that matter. What is found there is a <see cref="CapturedFile.Pieces">piece</see>
    /// and not the content. A source that cannot begin there may leave it out.
    /// </summary>
    public long Offset { get; init; }
}
