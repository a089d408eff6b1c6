using System.Text.RegularExpressions;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>The release and the kind that an image's name gives away, where nothing better is known.</summary>
internal static partial class ReferenceVersion
{
    public static string? Of(string family, string reference) => family switch
    {
        "distroless" or "debian" or "debian-slim" => Debian(reference),
        "ubuntu" or "ubuntu-chiselled" => Ubuntu(reference),
        "alpine" => First(AlpineTag(), reference),
        "ubi" or "ubi-micro" or "ubi-minimal" or "ubi-init" => First(UbiName(), reference),
        "azurelinux" or "azurelinux-distroless" => First(AzureTag(), reference),
        _ => null,
    };

    public static string? Variant(string family, string reference) => family switch
    {
        "distroless" when First(DistrolessName(), reference) is { } kind => IsDebug(reference) ? $"{kind}-debug" : kind,
        "wolfi" when reference.Contains("-dev", StringComparison.Ordinal) => "dev",
        "ubi-micro" => "micro",
        "ubi-minimal" => "minimal",
        "ubi-init" => "init",
        _ => null,
    };

    private static bool IsDebug(string reference) => DebugTag().IsMatch(reference);

    private static string? Debian(string reference) => First(DebianNumber(), reference) ?? Word(reference, ("trixie", "13"), ("bookworm", "12"), ("bullseye", "11"), ("buster", "10"));

    private static string? Ubuntu(string reference) => First(UbuntuNumber(), reference) ?? Word(reference, ("noble", "24.04"), ("jammy", "22.04"), ("focal", "20.04"), ("resolute", "26.04"));

    private static string? Word(string reference, params (string Name, string Version)[] names) =>
        names.FirstOrDefault(name => ReferenceWords.Find(reference, [name.Name]) is not null).Version;

    private static string? First(Regex pattern, string reference) => pattern.Match(reference) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"debian:?(\d{1,2})\b")]
    private static partial Regex DebianNumber();

    [GeneratedRegex(@"\b(\d\d\.(?:04|10))\b")]
    private static partial Regex UbuntuNumber();

    [GeneratedRegex(@"alpine:?(\d+\.\d+(?:\.\d+)?)\b")]
    private static partial Regex AlpineTag();

    [GeneratedRegex(@"ubi(8|9|10)\b")]
    private static partial Regex UbiName();

    [GeneratedRegex(@"(?:azurelinux|mariner)(?:/distroless/[a-z-]+:|:)?(\d\.\d)")]
    private static partial Regex AzureTag();

    [GeneratedRegex(@"distroless/(static|base-nossl|base|cc|java|nodejs|python)")]
    private static partial Regex DistrolessName();

    [GeneratedRegex(@":debug(?:-|$|@)")]
    private static partial Regex DebugTag();
}
