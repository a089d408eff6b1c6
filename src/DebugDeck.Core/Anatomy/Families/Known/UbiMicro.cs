namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Red Hat UBI with an rpm database and nothing that could use it.</summary>
internal static class UbiMicro
{
    public static FamilyRule Rule { get; } = new("ubi-micro", "Red Hat UBI micro")
    {
        Needs = [Sign.Missing(RedHat.Managers)],
        Proof = RedHat.Proof,
        Against = RedHat.Against,
        Hints = [Sign.Reference("ubi-micro"), .. RedHat.Labels("-micro")],
        Refines = ["ubi"],
        Kin = ["ubi"],
        Variant = _ => "micro",
    };
}
