using System.Globalization;
using System.Text.RegularExpressions;

namespace DebugDeck.Core.TimeZones;

/// <summary>A release of the tz database: <c>2026b</c>.</summary>
public readonly partial record struct ZoneDataRelease(int Year, string Letters) : IComparable<ZoneDataRelease>
{
    /// <summary>
    /// Finds a release in a text: the first line of <c>tzdata.zi</c> (<c># version 2026b</c>), a <c>+VERSION</c> file, the version of a package
    /// (<c>2026b-0+deb13u1</c>, <c>2024a-r1</c>), the head of Java's <c>tzdb.dat</c>, or Python's <c>2025.2</c>. Null if there is none.
    /// </summary>
    public static ZoneDataRelease? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return match.Groups["letters"].Success
            ? new ZoneDataRelease(year, match.Groups["letters"].Value)
            : int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) is var number and >= 1 and <= 26
                ? new ZoneDataRelease(year, ((char)('a' + number - 1)).ToString())
                : null;
    }

    public int CompareTo(ZoneDataRelease other) =>
        (Year, Letters.Length).CompareTo((other.Year, other.Letters.Length)) is not 0 and var order ? order : string.CompareOrdinal(Letters, other.Letters);

    public override string ToString() => $"{Year}{Letters}";

    public static bool operator <(ZoneDataRelease left, ZoneDataRelease right) => left.CompareTo(right) < 0;

    public static bool operator >(ZoneDataRelease left, ZoneDataRelease right) => left.CompareTo(right) > 0;

    public static bool operator <=(ZoneDataRelease left, ZoneDataRelease right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ZoneDataRelease left, ZoneDataRelease right) => left.CompareTo(right) >= 0;

    // PyPI's tzdata numbers its releases: 2025.2 is 2025b.
    [GeneratedRegex(@"(?<![0-9])(?<year>(19|20)\d\d)((?<letters>[a-z]{1,2})(?![a-z])|\.(?<number>\d{1,2})(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
