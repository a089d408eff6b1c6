namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>How the packages of an image are written down.</summary>
public enum PackageDatabaseFormat
{
    /// <summary>No database was found.</summary>
    None,

    /// <summary><c>/var/lib/dpkg/status</c></summary>
    DpkgStatus,

    /// <summary><c>/var/lib/dpkg/status.d</c>, a file for each package, as distroless images have it.</summary>
    DpkgStatusFolder,

    /// <summary><c>/lib/apk/db/installed</c>, or the same below <c>/usr</c>.</summary>
    Apk,

    /// <summary><c>rpmdb.sqlite</c></summary>
    RpmSqlite,

    /// <summary><c>Packages.db</c> (SUSE): recognised, not read.</summary>
    RpmNdb,

    /// <summary><c>Packages</c> in Berkeley DB (before RHEL 9): recognised, not read.</summary>
    RpmBerkeleyDb,

    /// <summary><c>/var/lib/chisel/manifest.wall</c></summary>
    ChiselManifest,

    /// <summary><c>/var/lib/rpmmanifest/container-manifest-2</c> of Azure Linux.</summary>
    RpmContainerManifest,
}
