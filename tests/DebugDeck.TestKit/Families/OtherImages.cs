namespace DebugDeck.TestKit.Families;

/// <summary>Nothing at all, busybox alone, and Docker's hardened images, old and new.</summary>
public static class OtherImages
{
    private static readonly Dictionary<string, string> Hardened = new()
    {
        ["com.docker.dhi.name"] = "dhi/python",
        ["com.docker.dhi.variant"] = "runtime",
        ["com.docker.dhi.distro"] = "debian-13",
        ["com.docker.dhi.package-manager"] = "",
        ["com.docker.dhi.shell"] = "",
    };

    public static IReadOnlyList<FamilyImage> All { get; } =
    [
        new("scratch", "scratch - - | none | no | none", "app-static") { Config = new() { Environment = [] } },
        new("busybox", "busybox - - | none | yes | none", "busybox-image", ImageLayer.Of(tar => tar.File("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n").File("etc/group", "root:x:0:\n").Folder("root", 0x1C0).Folder("tmp", 0x3FF)), "app-static"),
        new("dhi", "dhi - 13 | glibc | no | none", "glibc-merged", Root("NAME=\"Docker Hardened Images\"\nID=dhi\nID_LIKE=debian\nVERSION_ID=\"13\"\nPRETTY_NAME=\"Docker Hardened Images (Debian 13)\"\n"), "app-glibc") { Config = new() { User = "65532" } },
        new("dhi-by-labels", "dhi runtime debian-13 | glibc | yes | apt", DebianImages.Slim, "app-glibc") { Config = new() { User = "65532", Labels = Hardened } },
    ];

    private static ImageLayer Root(string release) => ImageLayer.Of(tar => tar
        .File("etc/os-release", release)
        .File("etc/passwd", "root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n")
        .File("etc/group", "root:x:0:\nnonroot:x:65532:\n")
        .Home("home/nonroot", 65532)
        .Folder("tmp", 0x3FF));
}
