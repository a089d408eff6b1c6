using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy;

/// <summary>Wishes of several rules as one list.</summary>
public static class WishList
{
    /// <summary>Each path once for each kind of answer: content includes what a look at the path would say, and the higher limit serves both.</summary>
    public static IReadOnlyList<FileWish> Merge(IEnumerable<FileWish> wishes)
    {
        var merged = new Dictionary<(string, bool), FileWish>();
        foreach (var wish in wishes)
        {
            var key = (wish.Path, wish.Kind == FileWishKind.Listing);
            merged[key] = merged.TryGetValue(key, out var known)
                ? known with { Kind = (FileWishKind)Math.Max((int)known.Kind, (int)wish.Kind), Limit = Math.Max(known.Limit, wish.Limit) }
                : wish;
        }

        return [.. merged.Values];
    }
}
