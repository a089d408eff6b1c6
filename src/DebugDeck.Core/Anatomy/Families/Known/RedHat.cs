namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>What Red Hat's Universal Base Images have in common.</summary>
internal static class RedHat
{
    public static string[] Managers { get; } = ["/usr/bin/dnf", "/usr/bin/yum", "/usr/bin/microdnf", "/usr/bin/rpm"];

    public static IReadOnlyList<Sign> Against { get; } = [Signs.MuslOnly, Signs.HasApkDatabase, Signs.HasDpkg];

    public static IReadOnlyList<Sign> Proof { get; } = [Sign.Release("ID", "rhel"), Signs.HasRpmDatabase, Sign.Contains("/etc/redhat-release", "Red Hat Enterprise Linux")];

    /// <summary>Labels that Red Hat's own builds carry, and whatever is built on them inherits unless it says otherwise.</summary>
    public static Sign[] Labels(string variant) =>
    [
        Sign.Label("com.redhat.component", $"ubi8{variant}-container", $"ubi9{variant}-container", $"ubi10{variant}-container"),
        Sign.Label("name", $"ubi8/ubi{variant}", $"ubi9/ubi{variant}", $"ubi10/ubi{variant}"),
    ];
}
