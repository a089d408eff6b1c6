namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Red Hat Hardened Images, built from Project Hummingbird.</summary>
internal static class Hummingbird
{
    public static FamilyRule Rule { get; } = new("hummingbird", "Red Hat Hardened Image (Hummingbird)")
    {
        Proof = [Sign.Release("ID", "hummingbird")],
        Against = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasDpkg],
        Hints = [Sign.Reference("registry.access.redhat.com/hi", "hummingbird")],
        Kin = ["fedora", "ubi"],
    };
}
