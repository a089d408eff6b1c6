namespace DebugDeck.Practice.Worlds.Families;

/// <summary>Red Hat UBI 9 micro: bash and coreutils, an rpm database, no package manager, and no CA bundle.</summary>
internal static class UbiMicro
{
    private const string Release =
        """
        NAME="Red Hat Enterprise Linux"
        VERSION="9.6 (Plow)"
        ID="rhel"
        ID_LIKE="fedora"
        VERSION_ID="9.6"
        PLATFORM_ID="platform:el9"
        PRETTY_NAME="Red Hat Enterprise Linux 9.6 (Plow)"
        HOME_URL="https://www.redhat.com/"

        """;

    public static void Lay(TreeBuilder tree, BaseContent content)
    {
        tree.Link("/bin", "usr/bin").Link("/lib", "usr/lib").Link("/lib64", "usr/lib64");
        tree.Program("/usr/bin/bash", "bash", Distroless.Loader).Link("/usr/bin/sh", "bash");
        foreach (var program in Debian.Coreutils.Except(["find", "grep", "sed", "tar", "hostname", "which", "xargs"]))
        {
            tree.Program("/usr/bin/" + program, program, Distroless.Loader);
        }

        tree.File("/usr/lib64/ld-linux-x86-64.so.2", "\u007fELF ld.so (GNU libc) 2.34", 0b111_101_101).File("/usr/lib64/libc.so.6", "\u007fELF GNU C Library 2.34", 0b111_101_101)
            .File("/usr/lib/os-release", Release).Link("/etc/os-release", "../usr/lib/os-release")
            .File("/etc/redhat-release", "Red Hat Enterprise Linux release 9.6 (Plow)\n")
            .File("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:Kernel Overflow User:/:/sbin/nologin\n")
            .File("/etc/group", "root:x:0:\nnobody:x:65534:\n")
            .File("/var/lib/rpm/rpmdb.sqlite", "SQLite format 3\0")
            .File("/root/buildinfo/content_manifests/ubi9-micro-container-9.6-4.json", "{\"metadata\": {\"icm_version\": 1}}\n");
        tree.Folder("/tmp", 0b001_111_111_111);
    }
}
