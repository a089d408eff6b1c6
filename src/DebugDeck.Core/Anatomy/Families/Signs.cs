namespace DebugDeck.Core.Anatomy.Families;

/// <summary>Signs that several families share.</summary>
internal static class Signs
{
    /// <summary>The dynamic loaders of glibc, by architecture (its ABI fixes the paths).</summary>
    public static string[] GlibcLoaders { get; } =
    [
        "/lib64/ld-linux-x86-64.so.2",
        "/lib/ld-linux-aarch64.so.1",
        "/lib/ld-linux-armhf.so.3",
        "/lib/ld-linux.so.2",
        "/lib64/ld64.so.2",
        "/lib/ld64.so.1",
        "/lib/ld-linux-riscv64-lp64d.so.1",
        "/lib/ld-linux-x86-64.so.2",
    ];

    /// <summary>The dynamic loaders of musl, which are its libc as well.</summary>
    public static string[] MuslLoaders { get; } =
    [
        "/lib/ld-musl-x86_64.so.1",
        "/lib/ld-musl-aarch64.so.1",
        "/lib/ld-musl-armhf.so.1",
        "/lib/ld-musl-i386.so.1",
        "/lib/ld-musl-powerpc64le.so.1",
        "/lib/ld-musl-s390x.so.1",
        "/lib/ld-musl-riscv64.so.1",
    ];

    public static string[] ApkDatabases { get; } = ["/lib/apk/db/installed", "/usr/lib/apk/db/installed"];

    public static string[] RpmDatabases { get; } =
    [
        "/var/lib/rpm/rpmdb.sqlite",
        "/usr/lib/sysimage/rpm/rpmdb.sqlite",
        "/var/lib/rpm/Packages",
        "/var/lib/rpm/Packages.db",
        "/usr/lib/sysimage/rpm/Packages.db",
    ];

    public const string DpkgStatus = "/var/lib/dpkg/status";

    public const string DpkgStatusFolder = "/var/lib/dpkg/status.d";

    public static string[] Shells { get; } = ["/bin/sh", "/bin/bash", "/bin/busybox", "/usr/bin/sh", "/usr/bin/bash", "/usr/bin/busybox"];

    public static Sign HasApkDatabase { get; } = Sign.There(ApkDatabases);

    public static Sign HasRpmDatabase { get; } = Sign.There(RpmDatabases);

    public static Sign HasDpkg { get; } = Sign.There(DpkgStatus);

    public static Sign HasMusl { get; } = Sign.There(MuslLoaders);

    public static Sign HasGlibc { get; } = Sign.There(GlibcLoaders);

    /// <summary>glibc and no musl beside it: some images of musl families carry glibc as well.</summary>
    public static Sign GlibcOnly { get; } = Sign.There(GlibcLoaders) with
    {
        Wishes = [.. HasGlibc.Wishes, .. HasMusl.Wishes],
        Find = clues => HasMusl.Find(clues) is null ? HasGlibc.Find(clues) : null,
    };

    public static Sign MuslOnly { get; } = Sign.There(MuslLoaders) with
    {
        Wishes = [.. HasGlibc.Wishes, .. HasMusl.Wishes],
        Find = clues => HasGlibc.Find(clues) is null ? HasMusl.Find(clues) : null,
    };

    /// <summary>dpkg's database as Debian has it, and nobody else's.</summary>
    public static Sign DebianPackages { get; } = new(Sign.Contains(DpkgStatus, "").Kind, Sign.Contains(DpkgStatus, "").Wishes, clues =>
        clues.Files.Text(DpkgStatus) is { } text && !text.Contains("ubuntu", StringComparison.Ordinal) ? HasDpkg.Find(clues) : null);

    /// <summary>An rpm database beside an os-release of one of these: alone it does not tell whose it is.</summary>
    public static Sign RpmOf(params string[] ids) => HasRpmDatabase with
    {
        Wishes = [.. HasRpmDatabase.Wishes, .. Sign.Release("ID", ids).Wishes],
        Find = clues => ids.Contains(clues.Release.Id) ? HasRpmDatabase.Find(clues) : null,
    };

    public static Sign UbuntuPackages { get; } = Sign.Contains(DpkgStatus, "ubuntu");
}
