using System.Text;
using System.Text.RegularExpressions;
using DebugDeck.Core.Anatomy.Packages;
using DebugDeck.Core.Anatomy.Programs.Elf;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>Finds the C library of an image.</summary>
internal static partial class LibcReader
{
    // libc.so.6 has 2 MB, musl's 0.7.
    private const int MostLibrary = 4 * 1024 * 1024;

    /// <param name="machine">The image's architecture where known: saves looking for those of others.</param>
    public static Libc Read(CaptureView view, PackageList packages, Machine? machine)
    {
        var machines = machine is null ? Machine.All : [machine];
        var glibc = Look(view, machines.SelectMany(GlibcPlaces).Distinct(StringComparer.Ordinal), out var glibcUnknown);
        var musl = Look(view, machines.Select(one => one.MuslLoader), out var muslUnknown);

        // Alpine with a package that imitates glibc has both; musl is the one of its own programs. A libc.so.6 says more than a loader.
        return (glibc, musl) switch
        {
            (_, { } path) when glibc is null || packages.Manager == "apk" && KnownPackages.Musl(packages) is not null => Musl(view, packages, path),
            ({ } path, _) => Glibc(view, packages, path),
            _ when glibcUnknown || muslUnknown => Libc.Unknown,
            _ => new Libc
            {
                Kind = LibcKind.None,
                Confidence = Confidence.High,
                Evidence = [new Evidence("file", GlibcPlaces(machines[0])[0], "not there"), new Evidence("file", machines[0].MuslLoader, "not there")],
            },
        };
    }

    /// <summary>The glibc that lies beside a loader, as Nix and Guix have it: none of its files is where everybody else looks. Null if it is not there.</summary>
    public static Libc? Beside(CaptureView view, PackageList packages, string loader)
    {
        var path = ContainerPath.Resolve(ContainerPath.Parent(loader), "libc.so.6");
        return view.Content(path, ElfFile.HeadLength) is { Exists: true } ? Glibc(view, packages, path) : null;
    }

    private static string[] GlibcPlaces(Machine machine) =>
    [
        $"/lib/{machine.Triplet}/libc.so.6", $"/usr/lib/{machine.Triplet}/libc.so.6", "/lib64/libc.so.6", "/usr/lib64/libc.so.6", "/lib/libc.so.6", "/usr/lib/libc.so.6",
    ];

    private static string? Look(CaptureView view, IEnumerable<string> places, out bool isUnknown)
    {
        isUnknown = false;
        string? found = null;
        foreach (var place in places)
        {
            var file = view.Content(place, ElfFile.HeadLength);
            isUnknown |= file is null or { Error: not null };
            found ??= file is { Exists: true } ? place : null;
        }

        return found;
    }

    private static Libc Glibc(CaptureView view, PackageList packages, string path)
    {
        if (LibcVersion.OfPackage(KnownPackages.Glibc(packages)) is { } packaged)
        {
            return Found(LibcKind.Glibc, packaged, path, new Evidence("file", packages.Path, $"libc {KnownPackages.Glibc(packages)}"));
        }

        var banner = Scan(view, path, Banner());
        return Found(LibcKind.Glibc, banner, path, banner is null ? null : new Evidence("file", path, $"stable release version {banner}"));
    }

    private static Libc Musl(CaptureView view, PackageList packages, string path)
    {
        if (LibcVersion.OfPackage(KnownPackages.Musl(packages)) is { } packaged)
        {
            return Found(LibcKind.Musl, packaged, path, new Evidence("file", packages.Path, $"musl {KnownPackages.Musl(packages)}"));
        }

        var version = Scan(view, path, MuslVersion());
        return Found(LibcKind.Musl, version, path, version is null ? null : new Evidence("file", path, $"version {version}"));
    }

    private static Libc Found(LibcKind kind, string? version, string path, Evidence? more) => new()
    {
        Kind = kind,
        Version = version,
        Path = path,
        Confidence = Confidence.High,
        Evidence = more is null ? [new Evidence("file", path, "is there")] : [new Evidence("file", path, "is there"), more],
    };

    private static string? Scan(CaptureView view, string path, Regex version) =>
        view.Content(path, MostLibrary)?.Content is { Length: > ElfFile.HeadLength } library && version.Match(Encoding.Latin1.GetString(library.Span)) is { Success: true } match
            ? match.Groups["version"].Value
            : null;

    // "GNU C Library (Debian GLIBC 2.36-9+deb12u10) stable release version 2.36."
    [GeneratedRegex(@"GNU C Library [^\0]{0,200}release version (?<version>2\.[0-9]{1,3})", RegexOptions.ExplicitCapture)]
    private static partial Regex Banner();

    // A constant of its own, which the loader's "Version %s" prints.
    [GeneratedRegex(@"\0(?<version>1\.[0-9]{1,2}\.[0-9]{1,2})\0", RegexOptions.ExplicitCapture)]
    private static partial Regex MuslVersion();
}
