namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Ubuntu, whole.</summary>
internal static class Ubuntu
{
    public static FamilyRule Rule { get; } = new("ubuntu", "Ubuntu")
    {
        Proof = [Sign.Release("ID", "ubuntu"), Signs.UbuntuPackages],
        Against = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasRpmDatabase],
        Hints = [Sign.Reference("ubuntu", "noble", "jammy", "focal"), Sign.Label("org.opencontainers.image.ref.name", "ubuntu")],
        Kin = ["ubuntu-chiselled"],
    };
}
