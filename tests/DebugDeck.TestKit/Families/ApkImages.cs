namespace DebugDeck.TestKit.Families;

/// <summary>What apk installs: Alpine over musl, Wolfi and Chainguard OS over glibc.</summary>
public static class ApkImages
{
    private static readonly ImageConfig NonRoot = new() { User = "65532", Environment = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"] };

    public static IReadOnlyList<ImageLayer> AlpineLayers { get; } = ["musl", "busybox-alpine", AlpineRoot()];

    public static IReadOnlyList<FamilyImage> All { get; } =
    [
        new("alpine", "alpine - 3.22.1 | musl | yes | apk", [.. AlpineLayers, "app-musl"]),
        new("wolfi", "wolfi - 20230201 | glibc | no | none", "glibc-merged", WolfiRoot("wolfi", "Wolfi", "usr/lib/apk/db"), "zones", "app-glibc") { Config = NonRoot },
        new("wolfi-dev", "wolfi dev 20230201 | glibc | yes | apk", "glibc-merged", WolfiRoot("wolfi", "Wolfi", "usr/lib/apk/db"), Tools(), "app-glibc") { Config = NonRoot, Packing = "zstd" },
        new("chainguard", "chainguard - 20230214 | glibc | no | none", "glibc-merged", WolfiRoot("chainguard", "Chainguard", "lib/apk/db"), "app-glibc") { Config = NonRoot },
    ];

    // A record for each package, a line for each field: C checksum, P name, V version, A architecture, S and I sizes, T text, U home, L licence, o origin, then folders and files.
    private static string Record(string name, string version, string library) =>
        $"C:Q1f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e=\nP:{name}\nV:{version}\nA:x86_64\nS:407278\nI:667648\nT:{name} of the test\nU:https://example.com/\nL:MIT\no:{name}\nm:Somebody <x@example.com>\nt:1753000000\nc:6e3f\np:so:{library}=1\nF:lib\nR:{library}\na:0:0:755\nZ:Q1x=\n\n";

    private static ImageLayer AlpineRoot() => ImageLayer.Of((tar, layers) => tar
        .File("usr/lib/os-release", "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.22.1\nPRETTY_NAME=\"Alpine Linux v3.22\"\nHOME_URL=\"https://alpinelinux.org/\"\n")
        .Link("etc/os-release", "../usr/lib/os-release")
        .File("etc/alpine-release", "3.22.1\n")
        .File("lib/apk/db/installed", Record("alpine-baselayout", "3.7.0-r0", "x") + Record("musl", layers.Versions["musl"], "libc.musl-x86_64.so.1") + Record("busybox", "1.37.0-r18", "x") + Record("ca-certificates-bundle", "20250619-r0", "x"))
        .Busybox("sbin/apk")
        .File("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n")
        .File("etc/group", "root:x:0:root\nnobody:x:65534:\n")
        .Folder("root", 0x1C0)
        .Folder("tmp", 0x3FF));

    private static ImageLayer WolfiRoot(string id, string name, string database) => ImageLayer.Of((tar, layers) => tar
        .File("etc/os-release", $"ID={id}\nNAME=\"{name}\"\nPRETTY_NAME=\"{name}\"\nVERSION_ID=\"{(id == "wolfi" ? "20230201" : "20230214")}\"\nHOME_URL=\"https://wolfi.dev\"\n")
        .File($"{database}/installed", Record($"{id}-baselayout", "20230201-r22", "x") + Record("glibc", layers.Versions["libc6"], "libc.so.6") + Record("ca-certificates-bundle", "20250619-r6", "x"))
        .File("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnonroot:x:65532:65532:Account created by apko:/home/nonroot:/bin/sh\n")
        .File("etc/group", "root:x:0:root\nnonroot:x:65532:\n")
        .Home("home/nonroot", 65532)
        .Folder("tmp", 0x3FF));

    private static ImageLayer Tools() => ImageLayer.Of(tar => tar.Busybox("usr/bin/busybox").Link("usr/bin/sh", "/usr/bin/busybox").Busybox("usr/bin/apk"));
}
