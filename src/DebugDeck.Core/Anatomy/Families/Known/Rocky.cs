namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Rocky Linux, by its os-release.</summary>
internal static class Rocky
{
    public static FamilyRule Rule { get; } = new("rocky", "Rocky Linux")
    {
        Proof = [Sign.Release("ID", "rocky"), Signs.RpmOf("rocky")],
        Against = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasDpkg],
        Hints = [Sign.Reference("rockylinux", "rocky")],
    };
}
