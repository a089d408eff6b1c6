namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Red Hat UBI with dnf.</summary>
internal static class Ubi
{
    public static FamilyRule Rule { get; } = new("ubi", "Red Hat UBI")
    {
        Proof = RedHat.Proof,
        Against = RedHat.Against,
        Hints = [Sign.Reference("/ubi", "ubi8", "ubi9", "ubi10", "ubi"), Sign.Label("name", "ubi8", "ubi9", "ubi10"), Sign.Label("com.redhat.component", "ubi")],
        Kin = ["ubi-minimal", "ubi-micro", "ubi-init"],
        Variant = _ => "standard",
    };
}
