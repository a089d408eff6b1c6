namespace DebugDeck.Practice.Worlds.Families;

/// <summary>Debian 13 slim: dash, coreutils, dpkg; no process tools and no network tools.</summary>
internal static class Debian
{
    public static readonly string[] Coreutils =
    [
        "basename", "cat", "chmod", "chown", "cp", "cut", "date", "dd", "df", "dirname", "du", "echo", "env", "false", "find", "grep", "head",
        "hostname", "id", "ln", "ls", "md5sum", "mkdir", "mv", "od", "printenv", "printf", "pwd", "readlink", "realpath", "rm", "rmdir", "sed", "seq",
        "sha1sum", "sha256sum", "sha512sum", "sleep", "sort", "stat", "stty", "tail", "tar", "tee", "test", "[", "timeout", "touch", "tr", "true", "uname",
        "uniq", "wc", "which", "whoami", "xargs", "yes",
    ];

    private const string Release =
        """
        PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
        NAME="Debian GNU/Linux"
        VERSION_ID="13"
        VERSION="13 (trixie)"
        VERSION_CODENAME=trixie
        ID=debian
        HOME_URL="https://www.debian.org/"

        """;

    public static void Slim(TreeBuilder tree, BaseContent content)
    {
        Base(tree, Release, "2.41-12");
        tree.File("/etc/debian_version", "13.1\n")
            .File("/etc/timezone", "Etc/UTC\n").Link("/etc/localtime", "/usr/share/zoneinfo/Etc/UTC")
            .File("/var/lib/dpkg/status", Status(("base-files", "13.8"), ("libc6", "2.41-12"), ("dash", "0.5.12-12"), ("coreutils", "9.7-3"), ("tzdata", "2026b-0+deb13u1"), ("ca-certificates", "20250419")))
            .File("/etc/ssl/certs/ca-certificates.crt", content.Authorities);
        ZoneInfo.Lay(tree);
    }

    /// <summary>What Debian and Ubuntu have in common.</summary>
    public static void Base(TreeBuilder tree, string release, string libc)
    {
        tree.Link("/bin", "usr/bin").Link("/sbin", "usr/sbin").Link("/lib", "usr/lib").Link("/lib64", "usr/lib64");
        tree.Program("/usr/bin/dash", "dash", Distroless.Loader).Link("/usr/bin/sh", "dash").Program("/usr/bin/bash", "bash", Distroless.Loader)
            .Program("/usr/bin/apt-get", "application", Distroless.Loader).Program("/usr/bin/dpkg", "application", Distroless.Loader);
        foreach (var program in Coreutils)
        {
            tree.Program("/usr/bin/" + program, program, Distroless.Loader);
        }

        tree.File("/usr/lib64/ld-linux-x86-64.so.2", $"\u007fELF ld.so (GLIBC {libc})", 0b111_101_101)
            .File("/usr/lib/x86_64-linux-gnu/libc.so.6", $"\u007fELF GNU C Library (GLIBC {libc})", 0b111_101_101)
            .File("/usr/lib/os-release", release).Link("/etc/os-release", "../usr/lib/os-release")
            .File("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nwww-data:x:33:33:www-data:/var/www:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\napp:x:1000:1000::/home/app:/bin/sh\n")
            .File("/etc/group", "root:x:0:\ndaemon:x:1:\nwww-data:x:33:\nnogroup:x:65534:\napp:x:1000:\n")
            .File("/etc/nsswitch.conf", "passwd:         files\ngroup:          files\nhosts:          files dns\n");
        tree.Folder("/tmp", 0b001_111_111_111);
        tree.Folder("/root", 0b111_000_000);
        tree.Folder("/home/app", 0b111_101_101, 1000, 1000);
        tree.Folder("/var/log");
    }

    public static string Status(params (string Name, string Version)[] packages) =>
        string.Concat(packages.Select(package => $"Package: {package.Name}\nStatus: install ok installed\nArchitecture: amd64\nVersion: {package.Version}\n\n"));
}
