namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Slices of Ubuntu packages, cut by chisel: no shell, no dpkg.</summary>
internal static class UbuntuChiselled
{
    private const string Manifest = "/var/lib/chisel/manifest.wall";

    public static FamilyRule Rule { get; } = new("ubuntu-chiselled", "Ubuntu chiselled")
    {
        ColumnName = "chiselled",
        // Images of before the manifest are known by what every whole Ubuntu has and they lack.
        Needs = [ManifestOrCut()],
        Proof = [Sign.Release("ID", "ubuntu"), Sign.There(Manifest)],
        Against = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasRpmDatabase],
        Hints = [Sign.Reference("chiseled", "chiselled", "chisel")],
        Refines = ["ubuntu", "debian"],
        Kin = ["ubuntu"],
        Variant = clues => clues.Files.Exists(Manifest) ? "manifest" : "no-manifest",
    };

    private static Sign ManifestOrCut()
    {
        var manifest = Sign.There(Manifest);
        var cut = Sign.Missing("/usr/bin/dpkg", "/bin/sh", "/usr/bin/sh");
        return manifest with { Wishes = [.. manifest.Wishes, .. cut.Wishes], Find = clues => manifest.Find(clues) ?? cut.Find(clues) };
    }
}
