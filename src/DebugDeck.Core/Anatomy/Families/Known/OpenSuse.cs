namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>openSUSE, by its os-release.</summary>
internal static class OpenSuse
{
    public static FamilyRule Rule { get; } = new("opensuse", "openSUSE")
    {
        Proof = [Sign.Release("ID", "opensuse", "opensuse-leap", "opensuse-tumbleweed"), Signs.RpmOf("opensuse", "opensuse-leap", "opensuse-tumbleweed")],
        Against = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasDpkg],
        Hints = [Sign.Reference("opensuse")],
    };
}
