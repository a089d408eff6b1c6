namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>The packages that matter for troubleshooting, whatever a distribution calls them.</summary>
public static class KnownPackages
{
    public static string? Glibc(PackageList packages) => packages.VersionOf("libc6", "glibc", "libc-bin");

    public static string? Musl(PackageList packages) => packages.VersionOf("musl");

    /// <summary>The library, which may be newer or older than the <c>openssl</c> program.</summary>
    public static string? OpenSsl(PackageList packages) =>
        packages.VersionOf("libssl3t64", "libssl3", "libssl1.1", "openssl-libs", "libopenssl3", "libcrypto3", "openssl", "libssl3t64_libs", "libssl3_libs");

    public static string? CaCertificates(PackageList packages) =>
        packages.VersionOf("ca-certificates", "ca-certificates-bundle", "ca-certificates-mozilla", "prebuilt-ca-certificates", "prebuilt-ca-certificates-base");

    public static string? TimeZones(PackageList packages) => packages.VersionOf("tzdata", "timezone");

    public static string? BusyBox(PackageList packages) => packages.VersionOf("busybox", "busybox-static");
}
