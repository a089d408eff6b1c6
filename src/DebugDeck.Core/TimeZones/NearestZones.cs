namespace DebugDeck.Core.TimeZones;

/// <summary>Names of zones that somebody may have meant.</summary>
public static class NearestZones
{
    private const int LongestName = 64;

    /// <summary>The most similar names, best first; none where nothing is similar enough to be worth naming.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="names">The names there are.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<string> To(string name, IEnumerable<string> names, int count = 3)
    {
        if (name.Length is 0 or > LongestName)
        {
            return [];
        }

        var wanted = Plain(name);
        var city = City(wanted);
        return [.. names
            .Select(other => (Name: other, Distance: Distance(wanted, city, Plain(other))))
            .Where(other => other.Distance <= Math.Max(1, wanted.Length / 4))
            .OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(other => other.Name)];
    }

    // The right city in the wrong continent (Europe/Istambul, Asia/Moscow) is nearer than the letters of the whole name say.
    private static int Distance(string wanted, string city, string other) =>
        Math.Min(Edits(wanted, other), city.Length >= 4 ? 1 + Edits(city, City(other)) : int.MaxValue);

    private static string Plain(string name) => name.Replace(' ', '_').ToLowerInvariant();

    private static string City(string name) => name[(name.LastIndexOf('/') + 1)..];

    // Letters to insert, remove, exchange or swap with their neighbour.
    private static int Edits(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
