using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files.Capture;

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
    public static Sign DebianPackages { get; } = BaseFiles(version => !version.Contains("ubuntu", StringComparison.Ordinal));

    /// <summary>dpkg's database as Ubuntu has it.</summary>
    public static Sign UbuntuPackages { get; } = BaseFiles(version => version.Contains("ubuntu", StringComparison.Ordinal));

    /// <summary>An rpm database beside an os-release of one of these: alone it does not tell whose it is.</summary>
    public static Sign RpmOf(params string[] ids) => HasRpmDatabase with
    {
        Wishes = [.. HasRpmDatabase.Wishes, .. Sign.Release("ID", ids).Wishes],
        Find = clues => ids.Contains(clues.Release.Id) ? HasRpmDatabase.Find(clues) : null,
    };

    // Each distribution builds base-files anew; packages of both are mentioned in the relations of the other's.
    private static Sign BaseFiles(Predicate<string> isTheirs) => new(SignKind.Layout, [new FileWish(DpkgStatus)], clues =>
    {
        const string package = "Package: base-files\n";
        const string version = "\nVersion: ";
        var text = clues.Files.Text(DpkgStatus) ?? "";
        var at = text.IndexOf(package, StringComparison.Ordinal);
        var from = at < 0 ? -1 : text.IndexOf(version, at, StringComparison.Ordinal);
        if (from < 0)
        {
            return null;
        }

        from += version.Length;
        var end = text.IndexOf('\n', from);
        var found = text[from..(end < 0 ? text.Length : end)];
        return isTheirs(found) ? new Evidence("file", DpkgStatus, $"base-files {found}") : null;
    });
}
