namespace DebugDeck.Core.Anatomy.Families;

/// <summary>Finds telling words in image references.</summary>
public static class ReferenceWords
{
    /// <summary>The first of the words that stands in the reference by itself: not inside a longer word, and not in a digest, which says nothing in words.</summary>
    public static string? Find(string reference, IReadOnlyList<string> words)
    {
        var digest = reference.IndexOf('@', StringComparison.Ordinal);
        var text = digest < 0 ? reference : reference[..digest];
        foreach (var word in words)
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (IsEdge(text, at - 1, word[0]) && IsEdge(text, at + word.Length, word[^1]))
                {
                    return word;
                }
            }
        }

        return null;
    }

    // 'alpine3.20' is alpine, 'alpinejs' is not.
    private static bool IsEdge(string text, int at, char own) =>
        at < 0 || at >= text.Length || !char.IsAsciiLetter(text[at]) || !char.IsAsciiLetter(own);
}
