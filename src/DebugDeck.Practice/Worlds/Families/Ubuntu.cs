namespace DebugDeck.Practice.Worlds.Families;

/// <summary>Ubuntu 24.04, whole and chiselled.</summary>
internal static class Ubuntu
{
    private const string Release =
        """
        PRETTY_NAME="Ubuntu 24.04.3 LTS"
        NAME="Ubuntu"
        VERSION_ID="24.04"
        VERSION="24.04.3 LTS (Noble Numbat)"
        VERSION_CODENAME=noble
        ID=ubuntu
        ID_LIKE=debian
        HOME_URL="https://www.ubuntu.com/"

        """;

    public static void Full(TreeBuilder tree, BaseContent content)
    {
        Debian.Base(tree, Release, "2.39-0ubuntu8.5");
        tree.File("/var/lib/dpkg/status", Debian.Status(("base-files", "13ubuntu10.3"), ("libc6", "2.39-0ubuntu8.5"), ("bash", "5.2.21-2ubuntu4")));
    }

    public static void Chiselled(TreeBuilder tree, BaseContent content)
    {
        tree.Link("/bin", "usr/bin").Link("/lib", "usr/lib").Link("/lib64", "usr/lib64");
        tree.Folder("/usr/bin");
        tree.Folder("/tmp", 0b001_111_111_111);
        tree.File("/usr/lib64/ld-linux-x86-64.so.2", "\u007fELF ld.so (Ubuntu GLIBC 2.39-0ubuntu8.5)", 0b111_101_101)
            .File("/usr/lib/x86_64-linux-gnu/libc.so.6", "\u007fELF GNU C Library (Ubuntu GLIBC 2.39-0ubuntu8.5)", 0b111_101_101)
            .File("/usr/lib/os-release", Release).Link("/etc/os-release", "../usr/lib/os-release")
            .File("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\napp:x:1654:1654::/home/app:/bin/false\n")
            .File("/etc/group", "root:x:0:\napp:x:1654:\n")
            .File("/var/lib/chisel/manifest.wall", "(zstd)")
            .File("/var/lib/dpkg/status", Debian.Status(("base-files", "13ubuntu10.3"), ("libc6", "2.39-0ubuntu8.5"), ("libssl3t64", "3.0.13-0ubuntu3.5")))
            .File("/etc/ssl/certs/ca-certificates.crt", content.Authorities).Link("/usr/lib/ssl/cert.pem", "/etc/ssl/certs/ca-certificates.crt");
        tree.Folder("/home/app", 0b111_101_101, 1654, 1654);
    }
}
