namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Azure Linux without a shell and without rpm's database.</summary>
internal static class AzureLinuxDistroless
{
    public static FamilyRule Rule { get; } = new("azurelinux-distroless", "Azure Linux distroless")
    {
        ColumnName = "azl-dless",
        Needs = [Sign.Missing(Signs.RpmDatabases), Sign.Missing("/usr/bin/tdnf")],
        Proof = [Sign.Release("ID", "azurelinux", "mariner"), Sign.There("/var/lib/rpmmanifest/container-manifest-2")],
        Against = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasDpkg],
        Hints = [Sign.Reference("azurelinux/distroless", "cbl-mariner/distroless", "azurelinux-distroless", "azurelinux3.0-distroless", "mariner2.0-distroless")],
        Refines = ["azurelinux"],
        Kin = ["azurelinux", "distroless"],
    };
}
