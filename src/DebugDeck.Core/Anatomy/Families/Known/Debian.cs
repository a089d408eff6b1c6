namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Debian with its documentation, as the plain tags have it.</summary>
internal static class Debian
{
    private const string VersionFile = "/etc/debian_version";

    public static FamilyRule Rule { get; } = new("debian", "Debian")
    {
        Proof = [Sign.Release("ID", "debian"), Signs.DebianPackages],
        Against = [Signs.UbuntuPackages, Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasRpmDatabase],
        Hints = [Sign.Reference("debian", "bookworm", "bullseye", "trixie", "buster")],
        // Most official images are built on Debian and name their program, not their base.
        Kin = ["debian-slim", "ubuntu"],
        Version = Release,
        Tells = [Sign.Contains(VersionFile, "")],
    };

    /// <summary>The major release.</summary>
    public static string? Release(ImageClues clues) =>
        clues.Release is { Id: "debian", Version: { } version } ? version : clues.Files.Text(VersionFile)?.Trim().Split('.')[0];
}
