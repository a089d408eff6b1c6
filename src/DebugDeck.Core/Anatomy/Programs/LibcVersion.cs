using System.Buffers;
using System.Globalization;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>Versions of C libraries: two or three numbers.</summary>
internal static class LibcVersion
{
    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789.");

    /// <summary>The upstream version in a package's (<c>2.36-9+deb12u10</c> → <c>2.36</c>, <c>1:1.2.5-r0</c> → <c>1.2.5</c>); null if it does not begin with one.</summary>
    public static string? OfPackage(string? version)
    {
        if (version is null)
        {
            return null;
        }

        var text = version.AsSpan(version.IndexOf(':', StringComparison.Ordinal) + 1);
        var end = text.IndexOfAnyExcept(Numeric);
        text = (end < 0 ? text : text[..end]).TrimEnd('.');
        return text.Contains('.') ? text.ToString() : null;
    }

    /// <summary>The newest glibc that symbols of a program ask for (<c>GLIBC_2.34</c> → <c>2.34</c>); null if none does.</summary>
    public static string? Needed(IEnumerable<string> symbols) => symbols
        .Where(symbol => symbol.StartsWith("GLIBC_2.", StringComparison.Ordinal))
        .Select(symbol => symbol["GLIBC_".Length..])
        .Where(version => Numbers(version) is not null)
        .MaxBy(version => Numbers(version));

    /// <summary>Both are known, and the first is older.</summary>
    public static bool IsOlder(string? version, string? than) => Numbers(version) is { } left && Numbers(than) is { } right && left < right;

    private static Version? Numbers(string? version) =>
        version?.Split('.') is { Length: 2 or 3 } parts && parts.All(part => part.Length is > 0 and < 6 && part.All(char.IsAsciiDigit))
            ? new Version(Number(parts[0]), Number(parts[1]), parts.Length == 3 ? Number(parts[2]) : 0)
            : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
