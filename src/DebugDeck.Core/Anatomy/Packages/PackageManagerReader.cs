using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>Looks for the program of a package manager.</summary>
internal static class PackageManagerReader
{
    // The one that a user would type before the one it rests on.
    private static readonly (string Name, string[] Places)[] Known =
    [
        ("apk", ["/sbin/apk", "/usr/bin/apk"]),
        ("apt", ["/usr/bin/apt-get", "/usr/bin/apt"]),
        ("dnf", ["/usr/bin/dnf", "/usr/bin/dnf5", "/usr/bin/dnf-3"]),
        ("microdnf", ["/usr/bin/microdnf"]),
        ("tdnf", ["/usr/bin/tdnf"]),
        ("yum", ["/usr/bin/yum"]),
        ("zypper", ["/usr/bin/zypper"]),
        ("pacman", ["/usr/bin/pacman"]),
        ("opkg", ["/bin/opkg", "/usr/bin/opkg"]),
        ("dpkg", ["/usr/bin/dpkg"]),
        ("rpm", ["/usr/bin/rpm"]),
    ];

    public static PackageManagerFacts Read(CaptureView view)
    {
        var looks = Known.SelectMany(manager => manager.Places.Select(place => (manager.Name, Place: place, File: view.Stat(place)))).ToList();
        if (looks.Find(look => look.File is { Target: { Kind: FileKind.Regular, IsExecutable: true } }) is { Name: not null } found)
        {
            return new PackageManagerFacts { Name = found.Name, Path = found.Place, Confidence = Confidence.High, Evidence = [new Evidence("file", found.Place, "an executable file")] };
        }

        return looks.Exists(look => look.File is null or { Error: not null })
            ? PackageManagerFacts.Unknown
            : new PackageManagerFacts { Confidence = Confidence.High, Evidence = [new Evidence("file", "/sbin, /usr/bin", $"has no {string.Join(", ", Known.Select(manager => manager.Name))}")] };
    }
}
