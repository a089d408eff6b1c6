namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Red Hat UBI with microdnf in place of dnf.</summary>
internal static class UbiMinimal
{
    public static FamilyRule Rule { get; } = new("ubi-minimal", "Red Hat UBI minimal")
    {
        Needs = [Sign.There("/usr/bin/microdnf"), Sign.Missing("/usr/bin/yum")],
        Proof = RedHat.Proof,
        Against = RedHat.Against,
        Hints = [Sign.Reference("ubi-minimal"), .. RedHat.Labels("-minimal")],
        Refines = ["ubi"],
        Kin = ["ubi"],
        Variant = _ => "minimal",
    };
}
