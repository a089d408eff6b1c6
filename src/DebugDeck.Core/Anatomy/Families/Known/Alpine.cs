namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Alpine Linux: musl, busybox and apk.</summary>
internal static class Alpine
{
    private const string ReleaseFile = "/etc/alpine-release";

    public static FamilyRule Rule { get; } = new("alpine", "Alpine Linux")
    {
        Proof = [Sign.Release("ID", "alpine"), Sign.There(ReleaseFile), Apk(), Signs.HasMusl],
        Against = [Signs.GlibcOnly, Signs.HasDpkg, Signs.HasRpmDatabase],
        Hints = [Sign.Reference("alpine")],
        Version = clues => clues.Release is { Id: "alpine", Version: { } version } ? version : clues.Files.Text(ReleaseFile)?.Trim(),
        Tells = [Sign.Contains(ReleaseFile, "")],
    };

    // Wolfi uses apk too, so the database has to know musl.
    private static Sign Apk() => Signs.HasApkDatabase with
    {
        Wishes = [.. Signs.ApkDatabases.Select(path => new Files.Capture.FileWish(path))],
        Find = clues => Signs.ApkDatabases.Any(path => clues.Files.Text(path)?.Contains("P:musl\n", StringComparison.Ordinal) == true)
            ? Signs.HasApkDatabase.Find(clues)
            : null,
    };
}
