namespace DebugDeck.Core.Text;

/// <summary>What a mistyped word was probably meant to be.</summary>
public static class NearestWord
{
    /// <summary>The known word that needs the fewest corrections, if they are few for its length; else null.</summary>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        var best = known
            .Select(word => (Word: word, Distance: Distance(typed.ToLowerInvariant(), word.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate => candidate.Word.Length)
            .FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(1, best.Word.TrimStart('-').Length / 3) ? best.Word : null;
    }

    // Optimal string alignment: insertions, deletions, replacements, and neighbours swapped, which is what fingers do.
    private static int Distance(string a, string b)
    {
        var cells = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cells[i, j] = i + j;
                    continue;
                }

                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                cells[i, j] = Math.Min(Math.Min(cells[i - 1, j] + 1, cells[i, j - 1] + 1), cells[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cells[i, j] = Math.Min(cells[i, j], cells[i - 2, j - 2] + 1);
                }
            }
        }

        return cells[a.Length, b.Length];
    }
}
