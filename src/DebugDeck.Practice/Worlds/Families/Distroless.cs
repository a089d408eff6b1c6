namespace DebugDeck.Practice.Worlds.Families;

/// <summary>Google's distroless images on Debian 13, at 2026-08-21.</summary>
internal static class Distroless
{
    public const string Passwd =
        "root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n";

    private const string Release =
        """
        PRETTY_NAME="Distroless"
        NAME="Debian GNU/Linux"
        ID="debian"
        VERSION_ID="13"
        VERSION="Debian GNU/Linux 13 (trixie)"
        HOME_URL="https://github.com/GoogleContainerTools/distroless"
        SUPPORT_URL="https://github.com/GoogleContainerTools/distroless/blob/master/README.md"
        BUG_REPORT_URL="https://github.com/GoogleContainerTools/distroless/issues/new"

        """;

    public static void Static(TreeBuilder tree, BaseContent content)
    {
        tree.Link("/bin", "usr/bin").Link("/sbin", "usr/sbin").Link("/lib", "usr/lib");
        tree.Folder("/usr/bin");
        tree.Folder("/usr/sbin");
        tree.Folder("/home/nonroot", 0b111_000_000, 65532, 65532);
        tree.Folder("/tmp", 0b001_111_111_111);
        tree.Folder("/root", 0b111_000_000);
        tree.Folder("/var/lib");
        tree.File("/usr/lib/os-release", Release).Link("/etc/os-release", "../usr/lib/os-release")
            .File("/etc/passwd", Passwd)
            .File("/etc/group", "root:x:0:\nnobody:x:65534:\ntty:x:5:\nstaff:x:50:\nnonroot:x:65532:\n")
            .File("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n")
            .File("/etc/services", "domain\t\t53/tcp\ndomain\t\t53/udp\nhttp\t\t80/tcp\nhttps\t\t443/tcp\n")
            .File("/etc/mime.types", "text/html\thtml\napplication/json\tjson\n")
            .File("/etc/ssl/certs/ca-certificates.crt", content.Authorities);
        ZoneInfo.Lay(tree);
        Packages(tree, ("base-files", "13.8"), ("netbase", "6.5"), ("tzdata", "2026b-0+deb13u1"), ("ca-certificates", "20250419"));
    }

    public static void Base(TreeBuilder tree, BaseContent content)
    {
        Static(tree, content);
        Glibc(tree);
        tree.File("/usr/lib/x86_64-linux-gnu/libssl.so.3", "\u007fELF libssl 3.5.1").File("/usr/lib/x86_64-linux-gnu/libcrypto.so.3", "\u007fELF libcrypto 3.5.1");
        tree.Folder("/usr/lib/ssl/certs");
        tree.File("/usr/lib/ssl/openssl.cnf", "[default]\n");
        Packages(tree, ("libc6", "2.41-12"), ("libssl3t64", "3.5.1-1"), ("zlib1g", "1:1.3.dfsg"), ("libzstd1", "1.5.7"));
    }

    public static void Java(TreeBuilder tree, BaseContent content)
    {
        Static(tree, content);
        Glibc(tree);
        const string home = "/usr/lib/jvm/temurin-21-jre-amd64";
        tree.Program(home + "/bin/java", "application", Loader).Link("/usr/bin/java", home + "/bin/java")
            .File(home + "/release", "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"21.0.8\"\n")
            .File(home + "/lib/tzdb.dat", "TZDB 2026b")
            .File("/etc/ssl/certs/java/cacerts", () => JavaStore.Of(content.Authorities))
            .Link("/etc/ssl/certs/adoptium/cacerts", "/etc/ssl/certs/java/cacerts")
            .Link(home + "/lib/security/cacerts", "/etc/ssl/certs/adoptium/cacerts");
        Packages(tree, ("libc6", "2.41-12"), ("temurin-21-jre", "21.0.8.0.0+9"));
    }

    public static void Node(TreeBuilder tree, BaseContent content)
    {
        Base(tree, content);
        tree.Program("/nodejs/bin/node", "application", Loader).File("/nodejs/include/node/node_version.h", "#define NODE_MAJOR_VERSION 24\n");
        Packages(tree, ("libstdc++6", "14.2.0"), ("libgcc-s1", "14.2.0"));
    }

    public static void Python(TreeBuilder tree, BaseContent content)
    {
        Base(tree, content);
        tree.Program("/usr/bin/python3.13", "application", Loader).Link("/usr/bin/python3", "python3.13").Link("/usr/bin/python", "python3")
            .File("/usr/lib/python3.13/ssl.py", "# ssl\n").File("/etc/ld.so.cache", "glibc-ld.so.cache1.1");
        Packages(tree, ("python3.13-minimal", "3.13.5-2"), ("libpython3.13-stdlib", "3.13.5-2"));
    }

    public const string Loader = "/lib64/ld-linux-x86-64.so.2";

    private static void Glibc(TreeBuilder tree) => tree.Link("/lib64", "usr/lib64")
        .File("/usr/lib64/ld-linux-x86-64.so.2", "\u007fELF ld.so (Debian GLIBC 2.41-12) stable release version 2.41.", 0b111_101_101)
        .File("/usr/lib/x86_64-linux-gnu/libc.so.6", "\u007fELF GNU C Library (Debian GLIBC 2.41-12) stable release version 2.41.", 0b111_101_101);

    private static void Packages(TreeBuilder tree, params (string Name, string Version)[] packages)
    {
        foreach (var (name, version) in packages)
        {
            tree.File($"/var/lib/dpkg/status.d/{name}", $"Package: {name}\nVersion: {version}\nArchitecture: amd64\nMaintainer: Debian\nDescription: {name}\n")
                .File($"/var/lib/dpkg/status.d/{name}.md5sums", $"d41d8cd98f00b204e9800998ecf8427e  usr/share/doc/{name}/copyright\n");
        }
    }
}
