namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>The busybox image: one program with many names, and no distribution around it.</summary>
internal static class Busybox
{
    public static FamilyRule Rule { get; } = new("busybox", "BusyBox")
    {
        Needs =
        [
            Sign.Missing([.. OsRelease.Places]),
            Sign.Missing([Signs.DpkgStatus, Signs.DpkgStatusFolder, .. Signs.ApkDatabases, .. Signs.RpmDatabases]),
        ],
        Proof = [Sign.There("/bin/busybox", "/usr/bin/busybox"), Applets()],
        Hints = [Sign.Reference("busybox")],
        Version = _ => null,
    };

    // In Docker's library image every applet is a hard link, so there the name busybox may be any of them.
    private static Sign Applets() => Sign.There("/bin/[") with
    {
        Wishes = [.. Sign.There("/bin/[", "/bin/[[", "/bin/sh").Wishes],
        Find = clues => clues.Files.Exists("/bin/[[") && clues.Files.Exists("/bin/sh") ? Sign.There("/bin/[[").Find(clues) : null,
    };
}
