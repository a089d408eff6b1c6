namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Amazon Linux, by its os-release.</summary>
internal static class AmazonLinux
{
    public static FamilyRule Rule { get; } = new("amazonlinux", "Amazon Linux")
    {
        Proof = [Sign.Release("ID", "amzn"), Signs.RpmOf("amzn")],
        Against = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasDpkg],
        Hints = [Sign.Reference("amazonlinux", "al2023")],
    };
}
