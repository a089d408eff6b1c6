namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Red Hat UBI made to run systemd.</summary>
internal static class UbiInit
{
    public static FamilyRule Rule { get; } = new("ubi-init", "Red Hat UBI init")
    {
        // Standard UBI has systemd as well; what it does not have is the container told to start it.
        Needs = [Sign.There("/usr/sbin/init", "/sbin/init"), StartsInit()],
        Proof = RedHat.Proof,
        Against = RedHat.Against,
        Hints = [Sign.Reference("ubi-init"), .. RedHat.Labels("-init")],
        Refines = ["ubi"],
        Kin = ["ubi"],
        Variant = _ => "init",
    };

    private static Sign StartsInit() => Sign.Program("/sbin/init") with
    {
        Find = clues => Sign.Program("/sbin/init").Find(clues) ?? Sign.Program("/usr/sbin/init").Find(clues)
            ?? RedHat.Labels("-init").Select(label => label.Find(clues)).FirstOrDefault(found => found is not null),
    };
}
