namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Wolfi, the distribution that Chainguard's public images are made of: apk packages over glibc.</summary>
internal static class Wolfi
{
    private static readonly string[] Shell = ["/bin/sh", "/usr/bin/sh"];
    private static readonly string[] Apks = ["/sbin/apk", "/usr/bin/apk", "/bin/apk", "/usr/sbin/apk"];

    public static FamilyRule Rule { get; } = new("wolfi", "Wolfi")
    {
        Proof = [Sign.Release("ID", "wolfi"), Apk("wolfi-baselayout")],
        Against = [Signs.MuslOnly, Signs.HasDpkg, Signs.HasRpmDatabase],
        Hints = [Sign.Reference("cgr.dev", "chainguard", "wolfi"), Sign.Label("dev.chainguard.package.main"), Sign.Label("org.opencontainers.image.vendor", "Chainguard")],
        Kin = ["chainguard", "alpine"],
        Variant = Kind,
        Tells = [Sign.There(Shell), Sign.There(Apks)],
    };

    /// <summary><c>dev</c> where there is a shell and apk, as in the <c>-dev</c> tags.</summary>
    public static string? Kind(ImageClues clues) => Shell.Any(clues.Files.Exists) && Apks.Any(clues.Files.Exists) ? "dev" : null;

    /// <summary>apk's database knows this package.</summary>
    public static Sign Apk(string package) => Signs.HasApkDatabase with
    {
        Wishes = [.. Signs.ApkDatabases.Select(path => new Files.Capture.FileWish(path))],
        Find = clues => Signs.ApkDatabases.FirstOrDefault(path => clues.Files.Text(path)?.Contains($"P:{package}\n", StringComparison.Ordinal) == true) is { } path
            ? new Diagnosis.Evidence("file", path, $"lists {package}")
            : null,
    };
}
