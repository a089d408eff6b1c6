namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Azure Linux (once CBL-Mariner), whole.</summary>
internal static class AzureLinux
{
    public static FamilyRule Rule { get; } = new("azurelinux", "Azure Linux")
    {
        Proof = [Sign.Release("ID", "azurelinux", "mariner"), Sign.There("/usr/bin/tdnf")],
        Against = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasDpkg],
        Hints = [Sign.Reference("azurelinux", "cbl-mariner", "mariner")],
        Kin = ["azurelinux-distroless"],
    };
}
