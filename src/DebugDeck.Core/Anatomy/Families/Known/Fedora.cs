namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Fedora, by its os-release.</summary>
internal static class Fedora
{
    public static FamilyRule Rule { get; } = new("fedora", "Fedora")
    {
        Proof = [Sign.Release("ID", "fedora"), Signs.RpmOf("fedora")],
        Against = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasDpkg],
        Hints = [Sign.Reference("fedora")],
    };
}
