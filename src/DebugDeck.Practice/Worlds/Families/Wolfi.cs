namespace DebugDeck.Practice.Worlds.Families;

/// <summary>Wolfi, as Chainguard's images have it: glibc with apk's database, no shell.</summary>
internal static class Wolfi
{
    private const string Release =
        """
        ID=wolfi
        NAME="Wolfi"
        PRETTY_NAME="Wolfi"
        VERSION_ID="20230201"
        HOME_URL="https://wolfi.dev"
        BUG_REPORT_URL="https://github.com/wolfi-dev/os/issues"

        """;

    public static void Lay(TreeBuilder tree, BaseContent content)
    {
        tree.Link("/bin", "usr/bin").Link("/lib", "usr/lib").Link("/lib64", "usr/lib64");
        tree.Folder("/usr/bin");
        tree.File("/usr/lib/ld-linux-x86-64.so.2", "\u007fELF ld.so (GNU libc) 2.42", 0b111_101_101).File("/usr/lib/libc.so.6", "\u007fELF GNU C Library 2.42", 0b111_101_101)
            .Link("/usr/lib64/ld-linux-x86-64.so.2", "../lib/ld-linux-x86-64.so.2")
            .File("/etc/os-release", Release)
            .File("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnonroot:x:65532:65532:nonroot:/home/nonroot:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n")
            .File("/etc/group", "root:x:0:root\nnonroot:x:65532:\nnobody:x:65534:\n")
            .File("/usr/lib/apk/db/installed", Alpine.Installed(("wolfi-baselayout", "20230201-r22"), ("glibc", "2.42-r1"), ("ca-certificates-bundle", "20250619-r6")))
            .File("/etc/ssl/certs/ca-certificates.crt", content.Authorities).Link("/etc/ssl/cert.pem", "certs/ca-certificates.crt")
            .Link("/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/certs/ca-certificates.crt").Link("/etc/ssl/certs/ca-bundle.crt", "ca-certificates.crt");
        tree.Folder("/tmp", 0b001_111_111_111);
        tree.Folder("/home/nonroot", 0b111_101_101, 65532, 65532);
    }
}
