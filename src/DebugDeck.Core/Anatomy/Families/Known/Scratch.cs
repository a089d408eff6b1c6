namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Built from nothing: only what the program brought along.</summary>
internal static class Scratch
{
    public static FamilyRule Rule { get; } = new("scratch", "scratch (empty base)")
    {
        Needs =
        [
            Sign.Missing([.. OsRelease.Places]),
            Sign.Missing([Signs.DpkgStatus, Signs.DpkgStatusFolder, .. Signs.ApkDatabases, .. Signs.RpmDatabases]),
        ],
        Proof =
        [
            Sign.Missing([.. Signs.GlibcLoaders, .. Signs.MuslLoaders]),
            Sign.Missing(Signs.Shells),
        ],
        Against = [Sign.There(Signs.Shells), Sign.There("/etc/debian_version", "/etc/alpine-release", "/etc/redhat-release")],
        Hints = [Sign.Reference("scratch")],
        // Whatever its labels and its name say of the family, what was copied out of it need not be of it.
        Version = _ => null,
    };
}
