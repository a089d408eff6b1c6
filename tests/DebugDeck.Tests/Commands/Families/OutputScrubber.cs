using System.Text.RegularExpressions;
using DebugDeck.TestKit.Families;

namespace DebugDeck.Tests.Commands.Families;

/// <summary>Takes out of an output what differs from one machine, or one week, to the next: the packages of Debian are those of today.</summary>
internal static partial class OutputScrubber
{
    public static string Scrub(string output, BaseLayers layers)
    {
        // The longest first: a version may be the beginning of another.
        foreach (var (package, version) in layers.Versions.OrderByDescending(entry => entry.Value.Length))
        {
            output = output.Replace(version, $"<{package}>", StringComparison.Ordinal);
        }

        output = Digest().Replace(output, "sha256:<digest>");
        output = Size().Replace(output, "$1<size>");
        output = Upstream().Replace(output, "$1<upstream>");
        output = Release().Replace(output, "<tz>");
        output = Counts().Replace(output, "<n> $1$2");
        output = CountField().Replace(output, "$1<n>");
        output = Expiry().Replace(output, "$1<date>");
        return LastExpiry().Replace(output, "$1<date>");
    }

    [GeneratedRegex("sha256:[0-9a-f]{64}")]
    private static partial Regex Digest();

    [GeneratedRegex(@"(?m)(^size +|""sizeBytes"": )[0-9]+(\.[0-9]+ [A-Za-z]+| [A-Za-z]+)?")]
    private static partial Regex Size();

    [GeneratedRegex(@"((?:glibc|musl)(?:"",\s+""version"": ""| ))[0-9]+\.[0-9]+(\.[0-9]+)?")]
    private static partial Regex Upstream();

    [GeneratedRegex(@"\b20[0-9]{2}[a-z]\b")]
    private static partial Regex Release();

    [GeneratedRegex(@"\b[0-9]{2,4} (certificates|packages|in /etc/ssl)|(?<= and )[0-9]+ (more)")]
    private static partial Regex Counts();

    [GeneratedRegex(@"(""(?:count|packages)"": )[0-9]{2,4}\b")]
    private static partial Regex CountField();

    [GeneratedRegex(@"(valid until |Expiry"": "")[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]+Z)?")]
    private static partial Regex Expiry();

    [GeneratedRegex(@"(valid until <date> to )[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex LastExpiry();
}
