namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Chainguard OS: Wolfi's commercial sibling.</summary>
internal static class Chainguard
{
    public static FamilyRule Rule { get; } = new("chainguard", "Chainguard OS")
    {
        Proof = [Sign.Release("ID", "chainguard"), Wolfi.Apk("chainguard-baselayout")],
        Against = [Signs.MuslOnly, Signs.HasDpkg, Signs.HasRpmDatabase],
        Kin = ["wolfi", "alpine"],
        Variant = Wolfi.Kind,
    };
}
