namespace DebugDeck.TestKit;

/// <summary>The documented layouts of base images (field-notes 4.1 and 4.2), as small as they can be and still be themselves.</summary>
public static class SampleImages
{
    private const string DistrolessHome = "https://github.com/GoogleContainerTools/distroless";

    public static ImageTree Scratch() => new ImageTree().Program("/app");

    public static ImageTree DistrolessStatic(string version = "12")
    {
        var tree = Merged(new ImageTree())
            .File("/usr/lib/os-release", $"PRETTY_NAME=\"Distroless\"\nNAME=\"Debian GNU/Linux\"\nID=\"debian\"\nVERSION_ID=\"{version}\"\nHOME_URL=\"{DistrolessHome}\"\n")
            .Link("/etc/os-release", "../usr/lib/os-release")
            .File("/etc/passwd", "root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n")
            .File("/etc/group", "root:x:0:\nnobody:x:65534:\ntty:x:5:\nstaff:x:50:\nnonroot:x:65532:\n")
            .File("/etc/nsswitch.conf", "hosts: files dns\n")
            .File("/etc/debian_version", $"{version}.11\n")
            .Folder("/home/nonroot", 0x1C0, 65532)
            .Folder("/tmp", 0x3FF);
        return StatusFolder(tree, ("base-files", "12.4+deb12u11"), ("netbase", "6.4"), ("tzdata", "2025b-0+deb12u1"), ("ca-certificates", "20230311"));
    }

    public static ImageTree DistrolessBaseNoSsl() => StatusFolder(Glibc(DistrolessStatic()), ("libc6", "2.36-9+deb12u10"));

    public static ImageTree DistrolessBase() => StatusFolder(DistrolessBaseNoSsl(), ("libssl3", "3.0.16-1~deb12u1"));

    public static ImageTree DistrolessCc() => StatusFolder(DistrolessBase(), ("libgcc-s1", "12.2.0-14"), ("libstdc++6", "12.2.0-14"), ("libgomp1", "12.2.0-14"));

    public static ImageTree DistrolessJava() => DistrolessBaseNoSsl().Program("/usr/lib/jvm/temurin-21-jre-amd64/bin/java").Link("/usr/bin/java", "/usr/lib/jvm/temurin-21-jre-amd64/bin/java");

    public static ImageTree DistrolessNode() => DistrolessCc().Program("/nodejs/bin/node");

    public static ImageTree DistrolessPython() => DistrolessCc().Program("/usr/bin/python3.11").Link("/usr/bin/python3", "python3.11");

    public static ImageTree DistrolessDebug() => DistrolessStatic().Program("/busybox/busybox").Link("/busybox/sh", "busybox");

    public static ImageTree Alpine() => new ImageTree()
        .File("/usr/lib/os-release", "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.22.1\nPRETTY_NAME=\"Alpine Linux v3.22\"\n")
        .Link("/etc/os-release", "../usr/lib/os-release")
        .File("/etc/alpine-release", "3.22.1\n")
        .Program("/lib/ld-musl-x86_64.so.1").Link("/lib/libc.musl-x86_64.so.1", "ld-musl-x86_64.so.1")
        .Program("/bin/busybox").Link("/bin/sh", "/bin/busybox").Program("/sbin/apk")
        .File("/lib/apk/db/installed", Apk(("musl", "1.2.5-r10"), ("busybox", "1.37.0-r18"), ("apk-tools", "2.14.9-r2"), ("ca-certificates-bundle", "20250619-r0")))
        .File("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n").File("/etc/group", "root:x:0:root\n")
        .Folder("/tmp", 0x3FF).Folder("/root", 0x1C0);

    public static ImageTree Wolfi(bool dev = false, string id = "wolfi")
    {
        var tree = Merged(new ImageTree())
            .File("/etc/os-release", $"ID={id}\nNAME=\"Wolfi\"\nPRETTY_NAME=\"Wolfi\"\nVERSION_ID=\"20230201\"\n")
            .Program("/usr/lib/ld-linux-x86-64.so.2").Program("/usr/lib/libc.so.6").Link("/usr/lib64/ld-linux-x86-64.so.2", "../lib/ld-linux-x86-64.so.2")
            .File("/usr/lib/apk/db/installed", Apk(($"{id}-baselayout", "20230201-r22"), ("glibc", "2.42-r1"), ("ca-certificates-bundle", "20250619-r6")))
            .File("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnonroot:x:65532:65532:nonroot:/home/nonroot:/bin/sh\n").File("/etc/group", "root:x:0:root\nnonroot:x:65532:\n")
            .Folder("/tmp", 0x3FF);
        return dev ? tree.Program("/usr/bin/busybox").Link("/usr/bin/sh", "busybox").Program("/usr/bin/apk") : tree;
    }

    public static ImageTree Debian() => DebianSlim().File("/usr/share/man/man1/bash.1.gz");

    public static ImageTree DebianSlim() => Dpkg(Glibc(Merged(new ImageTree())), ("base-files", "12.4+deb12u11"), ("libc6", "2.36-9+deb12u10"), ("tzdata", "2025b-0+deb12u1"))
        .File("/usr/lib/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\nID=debian\n")
        .Link("/etc/os-release", "../usr/lib/os-release").File("/etc/debian_version", "12.11\n")
        .File("/etc/dpkg/dpkg.cfg.d/docker", "path-exclude /usr/share/man/*\n");

    public static ImageTree Ubuntu() => Dpkg(Glibc(Merged(new ImageTree())), ("base-files", "13ubuntu10.3"), ("libc6", "2.39-0ubuntu8.5"))
        .File("/usr/lib/os-release", UbuntuRelease).Link("/etc/os-release", "../usr/lib/os-release");

    public static ImageTree UbuntuChiselled(bool manifest = true)
    {
        var tree = Glibc(Merged(new ImageTree())).File("/usr/lib/os-release", UbuntuRelease).Link("/etc/os-release", "../usr/lib/os-release")
            .File("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\napp:x:1654:1654::/home/app:/bin/false\n").File("/etc/group", "root:x:0:\napp:x:1654:\n")
            .Folder("/tmp", 0x3FF).Folder("/home/app", 0x1ED, 1654);
        return manifest ? tree.File("/var/lib/chisel/manifest.wall", "(zstd)") : tree;
    }

    public static ImageTree Ubi() => Rpm(new ImageTree()).Program("/usr/bin/dnf").Program("/usr/bin/yum").Program("/usr/bin/rpm").Program("/usr/sbin/init");

    public static ImageTree UbiMinimal() => Rpm(new ImageTree()).Program("/usr/bin/microdnf").Program("/usr/bin/rpm");

    public static ImageTree UbiMicro() => Rpm(new ImageTree()).File("/root/buildinfo/content_manifests/ubi9-micro-container-9.6-4.json", "{}");

    public static ImageTree AzureLinux() => Rpm(new ImageTree(), "azurelinux", "Microsoft Azure Linux", "3.0").Program("/usr/bin/tdnf").Without("/etc/redhat-release");

    public static ImageTree AzureLinuxDistroless() => Glibc(Merged(new ImageTree())).File("/etc/os-release", "NAME=\"Microsoft Azure Linux\"\nVERSION_ID=\"3.0\"\nID=azurelinux\n")
        .File("/var/lib/rpmmanifest/container-manifest-2", "glibc\t2.38-10.azl3\t1700000000\n");

    public static ImageTree Hummingbird() => Glibc(Merged(new ImageTree())).File("/etc/os-release", "NAME=\"Hummingbird OS\"\nID=hummingbird\nVERSION_ID=20260801\nPRETTY_NAME=\"Hummingbird OS 20260801\"\n");

    public static ImageTree DockerHardened() => Glibc(Merged(new ImageTree())).File("/etc/os-release", "NAME=\"Docker Hardened Images\"\nID=dhi\nID_LIKE=debian\nVERSION_ID=13\n");

    public static ImageTree Busybox() => new ImageTree().Program("/bin/busybox").Program("/bin/[").Program("/bin/[[").Program("/bin/sh")
        .File("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n").File("/etc/group", "root:x:0:\n").Folder("/tmp", 0x3FF);

    public static ImageTree OfRelease(string id, string name, string version) => Rpm(new ImageTree(), id, name, version).Without("/etc/redhat-release").Program("/usr/bin/dnf");

    private const string UbuntuRelease = "PRETTY_NAME=\"Ubuntu 24.04.3 LTS\"\nNAME=\"Ubuntu\"\nVERSION_ID=\"24.04\"\nID=ubuntu\nID_LIKE=debian\n";

    private static ImageTree Merged(ImageTree tree) =>
        tree.Link("/bin", "usr/bin").Link("/sbin", "usr/sbin").Link("/lib", "usr/lib").Link("/lib64", "usr/lib64").Folder("/usr/bin").Folder("/usr/sbin").Folder("/usr/lib").Folder("/usr/lib64");

    private static ImageTree Glibc(ImageTree tree) => tree.Program("/usr/lib64/ld-linux-x86-64.so.2").Program("/usr/lib/x86_64-linux-gnu/libc.so.6");

    private static ImageTree StatusFolder(ImageTree tree, params (string Name, string Version)[] packages)
    {
        foreach (var (name, version) in packages)
        {
            tree.File($"/var/lib/dpkg/status.d/{name}", $"Package: {name}\nVersion: {version}\nArchitecture: amd64\n");
        }

        return tree;
    }

    private static ImageTree Dpkg(ImageTree tree, params (string Name, string Version)[] packages) => tree
        .File("/var/lib/dpkg/status", string.Concat(packages.Select(package => $"Package: {package.Name}\nStatus: install ok installed\nVersion: {package.Version}\n\n")))
        .Program("/usr/bin/dpkg").Program("/usr/bin/apt-get").Program("/usr/bin/bash").Program("/usr/bin/dash").Link("/usr/bin/sh", "dash")
        .File("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\n").File("/etc/group", "root:x:0:\n").Folder("/tmp", 0x3FF).Folder("/root", 0x1C0);

    private static ImageTree Rpm(ImageTree tree, string id = "rhel", string name = "Red Hat Enterprise Linux", string version = "9.6") => Glibc(Merged(tree))
        .File("/usr/lib/os-release", $"NAME=\"{name}\"\nID=\"{id}\"\nVERSION_ID=\"{version}\"\nPRETTY_NAME=\"{name} {version}\"\n").Link("/etc/os-release", "../usr/lib/os-release")
        .File("/etc/redhat-release", $"{name} release {version} (Plow)\n").File("/var/lib/rpm/rpmdb.sqlite", "SQLite format 3\0")
        .Program("/usr/bin/bash").Link("/usr/bin/sh", "bash").File("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\n").File("/etc/group", "root:x:0:\n").Folder("/tmp", 0x3FF);

    private static string Apk(params (string Name, string Version)[] packages) =>
        string.Concat(packages.Select(package => $"P:{package.Name}\nV:{package.Version}\nA:x86_64\n\n"));
}
