namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Debian without documentation, manuals and translations: the <c>-slim</c> tags.</summary>
internal static class DebianSlim
{
    public static FamilyRule Rule { get; } = new("debian-slim", "Debian slim")
    {
        // The manuals are what a slim image leaves out; dpkg is told so for packages that are added later.
        Needs = [Sign.Missing("/usr/share/man/man1"), Sign.There("/usr/bin/dpkg")],
        Proof = [Sign.Release("ID", "debian"), Signs.DebianPackages, Sign.Contains("/etc/dpkg/dpkg.cfg.d/docker", "path-exclude")],
        Against = Debian.Rule.Against,
        Hints = [Sign.Reference("slim")],
        Refines = ["debian"],
        Kin = ["debian"],
        Version = Debian.Release,
    };
}
