namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Google's distroless images: Debian packages without dpkg, a shell or anything else that the program does not need.</summary>
internal static class Distroless
{
    private const string Busybox = "/busybox/sh";

    private static readonly string[] Java = ["/usr/bin/java", "/usr/lib/jvm"];
    private static readonly string[] Node = ["/nodejs/bin/node"];
    private static readonly string[] Python = ["/usr/bin/python3", "/usr/bin/python3.13", "/usr/bin/python3.11", "/usr/bin/python3.9"];

    public static FamilyRule Rule { get; } = new("distroless", "Google distroless")
    {
        Proof =
        [
            Sign.Release("PRETTY_NAME", "Distroless"),
            Sign.ReleaseContains("HOME_URL", "distroless"),
            StatusFolderOnly(),
        ],
        Against = [Sign.There("/usr/bin/dpkg"), Signs.HasApkDatabase, Signs.HasRpmDatabase],
        Hints =
        [
            Sign.Reference("gcr.io/distroless", "distroless"),
            Sign.Label("org.opencontainers.image.source", "https://github.com/GoogleContainerTools/distroless"),
        ],
        Refines = ["debian", "debian-slim"],
        // Its :debug tags carry busybox, and say so.
        Kin = ["busybox"],
        Variant = Kind,
        Tells =
        [
            Sign.There(Java), Sign.There(Node), Sign.There(Python), Sign.There(Busybox),
            Package("libc6"), Package("libssl3"), Package("libssl3t64"), Package("libssl1.1"), Package("libstdc++6"), Package("libgcc-s1"),
        ],
    };

    private static Sign Package(string name) => Sign.There($"{Signs.DpkgStatusFolder}/{name}");

    private static Sign StatusFolderOnly()
    {
        var folder = Sign.There(Signs.DpkgStatusFolder);
        var status = Sign.There(Signs.DpkgStatus);
        return folder with { Wishes = [.. folder.Wishes, .. status.Wishes], Find = clues => clues.Files.Exists(Signs.DpkgStatus) ? null : folder.Find(clues) };
    }

    // By what each of them adds to the one before; a language comes last and counts most.
    private static string Kind(ImageClues clues)
    {
        var kind = clues switch
        {
            _ when Java.Any(clues.Files.Exists) => "java",
            _ when Node.Any(clues.Files.Exists) => "nodejs",
            _ when Python.Any(clues.Files.Exists) => "python",
            _ when Has("libstdc++6") || Has("libgcc-s1") => "cc",
            _ when Has("libssl3") || Has("libssl3t64") || Has("libssl1.1") => "base",
            _ when Has("libc6") => "base-nossl",
            _ => "static",
        };
        return clues.Files.Exists(Busybox) ? $"{kind}-debug" : kind;

        bool Has(string package) => clues.Files.Exists($"{Signs.DpkgStatusFolder}/{package}");
    }
}
