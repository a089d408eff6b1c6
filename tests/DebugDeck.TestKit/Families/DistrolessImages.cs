namespace DebugDeck.TestKit.Families;

/// <summary>Google's distroless images: a layer for each Debian package, accounts and certificates in layers of their own.</summary>
public static class DistrolessImages
{
    private static readonly ImageLayer[] StaticLayers = ["distroless-root", "distroless-home", "deb-netbase", "deb-tzdata"];
    private static readonly ImageLayer[] NoSslLayers = [.. StaticLayers, "deb-libc6"];
    private static readonly ImageLayer[] BaseOnly = [.. NoSslLayers, "deb-libssl3"];
    private static readonly ImageLayer[] CcLayers = [.. BaseOnly, "deb-libgcc-s1", "deb-libstdc++6", "deb-libgomp1"];

    public static ImageConfig Config { get; } = new()
    {
        // As bazel's rules write it; those of today write the year 1.
        Created = "1970-01-01T00:00:00Z",
        User = "65532",
        WorkingDirectory = "/home/nonroot",
        Environment = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"],
    };

    public static IReadOnlyList<ImageLayer> Static => StaticLayers;

    public static IReadOnlyList<ImageLayer> Base => BaseOnly;

    public static IReadOnlyList<FamilyImage> All { get; } =
    [
        new("distroless-static", "distroless static 12 | none | no | none", [.. StaticLayers, "app-static"]) { Config = Config },
        new("distroless-base-nossl", "distroless base-nossl 12 | glibc | no | none", [.. NoSslLayers, "app-glibc"]) { Config = Config, Packing = "zstd" },
        new("distroless-base", "distroless base 12 | glibc | no | none", [.. BaseOnly, "app-glibc"]) { Config = Config with { Created = "0001-01-01T00:00:00Z" } },
        new("distroless-cc", "distroless cc 12 | glibc | no | none", [.. CcLayers, "app-glibc"]) { Config = Config },
        new("distroless-debug", "distroless base-debug 12 | glibc | yes | none", [.. BaseOnly, "busybox-debug", "app-glibc"])
        {
            Config = Config with { User = "0", Environment = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/busybox", .. Config.Environment.Skip(1)] },
        },
        new("distroless-java", "distroless java 12 | glibc | no | none", [.. NoSslLayers, Java()])
        {
            Config = Config with { Entrypoint = ["/usr/bin/java", "-jar"], Command = ["/app.jar"], Environment = [.. Config.Environment, "LANG=C.UTF-8", "JAVA_VERSION=21.0.8+9"] },
        },
        new("distroless-nodejs", "distroless nodejs 12 | glibc | no | none", [.. CcLayers, ImageLayer.Of((tar, layers) => tar.Bytes("nodejs/bin/node", layers.Program("glibc")))])
        {
            Config = Config with { Entrypoint = ["/nodejs/bin/node"], Command = ["server.js"] },
        },
        new("distroless-python", "distroless python 12 | glibc | no | none", [.. CcLayers, ImageLayer.Of((tar, layers) => tar.Bytes("usr/bin/python3.11", layers.Program("glibc")).Link("usr/bin/python3", "python3.11").Link("usr/bin/python", "/usr/bin/python3.11"))])
        {
            Config = Config with { Entrypoint = ["/usr/bin/python3.11"], Command = ["main.py"] },
        },
    ];

    private static ImageLayer Java() => ImageLayer.Of((tar, layers) => tar
        .Bytes("usr/lib/jvm/temurin-21-jre-amd64/bin/java", layers.Program("glibc"))
        .File("usr/lib/jvm/temurin-21-jre-amd64/release", "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"21.0.8\"\nOS_ARCH=\"x86_64\"\n")
        .File("usr/lib/jvm/temurin-21-jre-amd64/lib/tzdb.dat", "\u0001\0\u0004TZDB\0\u0001\0\u00052025b\0")
        .Link("usr/lib/jvm/temurin-21-jre-amd64/lib/security/cacerts", "/etc/ssl/certs/adoptium/cacerts")
        .Link("etc/ssl/certs/adoptium/cacerts", "/etc/ssl/certs/java/cacerts")
        .Link("usr/bin/java", "/usr/lib/jvm/temurin-21-jre-amd64/bin/java"));
}
