namespace DebugDeck.TestKit.Families;

/// <summary>What tools put on top of any base: ko, Jib, buildpacks, Nix, Bazel.</summary>
public static class BuiltImages
{
    public static IReadOnlyList<FamilyImage> All { get; } =
    [
        new("built-ko", "distroless static 12 | none | no | none | ko", [.. DistrolessImages.Static, ImageLayer.Of((tar, layers) => tar.Folder("ko-app").Bytes("ko-app/server", layers.Program("static")).Folder("var/run/ko"))])
        {
            Config = DistrolessImages.Config with { Entrypoint = ["/ko-app/server"], Environment = [.. DistrolessImages.Config.Environment, "KO_DATA_PATH=/var/run/ko"] },
        },
        new("built-jib", "distroless java 12 | glibc | no | none | jib", [.. DistrolessImages.Base, ImageLayer.Of((tar, layers) => tar
            .Bytes("usr/lib/jvm/temurin-21-jre-amd64/bin/java", layers.Program("glibc"))
            .File("usr/lib/jvm/temurin-21-jre-amd64/release", "JAVA_VERSION=\"21.0.8\"\n").Link("usr/bin/java", "/usr/lib/jvm/temurin-21-jre-amd64/bin/java")
            .File("app/jib-classpath-file", "/app/resources:/app/classes:/app/libs/*").File("app/jib-main-class-file", "com.example.Shop").File("app/classes/com/example/Shop.class"))])
        {
            Config = DistrolessImages.Config with { Created = "1970-01-01T00:00:00Z", Entrypoint = ["java", "-cp", "@/app/jib-classpath-file", "com.example.Shop"] },
        },
        new("built-buildpacks", "ubuntu-chiselled no-manifest 22.04 | glibc | no | none | buildpacks", "glibc-merged", ImageLayer.Of((tar, layers) => tar
            .File("etc/os-release", "PRETTY_NAME=\"Cloud Foundry Tiny\"\nNAME=\"Ubuntu\"\nVERSION_ID=\"22.04\"\nID=ubuntu\nID_LIKE=debian\n")
            .File("etc/passwd", "root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\ncnb:x:1002:1000::/home/cnb:/sbin/nologin\n").File("etc/group", "root:x:0:\ncnb:x:1000:\n")
            .Folder("tmp", 0x3FF).Home("home/cnb", 1002).Folder("workspace").Folder("layers")
            .Bytes("cnb/lifecycle/launcher", layers.Program("static")).Link("cnb/process/web", "/cnb/lifecycle/launcher")))
        {
            Config = new() { Created = "1980-01-01T00:00:01Z", User = "1002:1000", WorkingDirectory = "/workspace", Entrypoint = ["/cnb/process/web"], Labels = new Dictionary<string, string> { ["io.buildpacks.stack.id"] = "io.buildpacks.stacks.jammy.tiny", ["io.buildpacks.base.distro.name"] = "ubuntu" } },
        },
        new("built-nix", "scratch - - | glibc | no | none | nix", "nix")
        {
            Config = new() { Created = "1970-01-01T00:00:01Z", Entrypoint = ["/nix/store/7c8d2kq9hvm6fz0c1yx5w3rjb4pl2nda-hello-1.0/bin/hello"], Environment = [] },
        },
        new("built-bazel", "distroless base 12 | glibc | no | none | bazel", [.. DistrolessImages.Base, ImageLayer.Of((tar, layers) => tar
            .Bytes("app/shop/server", layers.Program("glibc")).File("app/shop/server.runfiles/_main/shop/config.txt", "x"))])
        {
            Config = DistrolessImages.Config with { Entrypoint = ["/app/shop/server"], History = ["bazel build //shop:image"] },
        },
    ];
}
