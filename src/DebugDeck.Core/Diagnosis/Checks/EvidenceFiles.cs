using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Diagnosis.Checks;

/// <summary>
/// Files as a check reads them: what is known is handed out, and every path that was looked at is remembered as a request. So a check is written once, as if
/// all files were there, and its wishes follow from its reading.
/// </summary>
public sealed class EvidenceFiles(CaseEvidence evidence)
{
    private readonly List<FileRequest> _asked = [];

    /// <summary>Everything that was looked at, answered or not.</summary>
    public IReadOnlyList<FileRequest> Asked => _asked;

    /// <summary>Something could not be read, so what is not known need not be absent.</summary>
    public bool HasGaps => _asked.Any(request => evidence.Gap(request) is not null);

    /// <summary>A file with its content; null if that is not known (yet).</summary>
    public CapturedFile? Content(string path, int limit = FileWish.StandardLimit) => Ask(new FileWish(path, FileWishKind.Content, limit));

    /// <summary>What is at a path; null if that is not known (yet).</summary>
    public CapturedFile? Stat(string path) => Ask(new FileWish(path, FileWishKind.Stat));

    /// <summary>A directory with its entries; null if that is not known (yet).</summary>
    public CapturedFile? Listing(string path, int limit = 2000) => Ask(new FileWish(path, FileWishKind.Listing, limit));

    private CapturedFile? Ask(FileWish wish)
    {
        var request = new FileRequest(wish);
        if (!_asked.Contains(request))
        {
            _asked.Add(request);
        }

        // Somebody else may have asked for more of the same file.
        return evidence.Find(request) ?? (evidence.Files[wish.Path] is { } other && Answers(other, wish.Kind) ? other : null);
    }

    private static bool Answers(CapturedFile file, FileWishKind kind) => (kind, file.Target?.Kind) switch
    {
        (FileWishKind.Content, FileKind.Regular) => file.Content is not null || file.Error is not null,
        (FileWishKind.Listing, FileKind.Directory) => file.Listing is not null || file.Error is not null,
        _ => true,
    };
}
