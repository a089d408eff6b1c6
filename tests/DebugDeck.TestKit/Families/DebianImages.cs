namespace DebugDeck.TestKit.Families;

/// <summary>A Debian that debootstrap made, what the plain tags have besides, and Ubuntu.</summary>
public static class DebianImages
{
    public const string UbuntuRelease = """
        PRETTY_NAME="Ubuntu 24.04.3 LTS"
        NAME="Ubuntu"
        VERSION_ID="24.04"
        VERSION="24.04.3 LTS (Noble Numbat)"
        VERSION_CODENAME=noble
        ID=ubuntu
        ID_LIKE=debian
        HOME_URL="https://www.ubuntu.com/"
        UBUNTU_CODENAME=noble

        """;

    public static ImageLayer Slim => "debian-slim";

    public static IReadOnlyList<FamilyImage> All { get; } =
    [
        new("debian-slim", "debian-slim - 12 | glibc | yes | apt", Slim, "app-glibc"),
        new("debian", "debian - 12 | glibc | yes | apt", Slim, ImageLayer.Of(tar => tar.Folder("usr/share/man/man1").File("usr/share/man/man1/bash.1.gz", "x")), "app-glibc"),
        new("ubuntu", "ubuntu - 24.04 | glibc | yes | apt", Slim, Ubuntu(), "app-glibc"),
        new("ubuntu-chiselled", "ubuntu-chiselled manifest 24.04 | glibc | no | none", "glibc-merged", "zones", Chiselled(), "chisel", "app-glibc") { Config = DotNet(), Packing = "zstd" },
        new("ubuntu-chiselled-no-manifest", "ubuntu-chiselled no-manifest 24.04 | glibc | no | none", "glibc-merged", Chiselled(), "app-glibc") { Config = DotNet() },
    ];

    // Of .NET's images, the best known that are cut by chisel.
    private static ImageConfig DotNet() => new() { User = "1654", WorkingDirectory = "/home/app", Environment = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "APP_UID=1654", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true"] };

    private static ImageLayer Ubuntu() => ImageLayer.Of((tar, layers) => tar
        .File("usr/lib/os-release", UbuntuRelease)
        .File("etc/debian_version", "trixie/sid\n")
        .File("var/lib/dpkg/status", $"Package: base-files\nEssential: yes\nStatus: install ok installed\nVersion: 13ubuntu10.3\n\nPackage: libc6\nStatus: install ok installed\nVersion: {layers.Versions["libc6"]}\n"));

    private static ImageLayer Chiselled() => ImageLayer.Of(tar => tar
        .File("usr/lib/os-release", UbuntuRelease)
        .Link("etc/os-release", "../usr/lib/os-release")
        .File("etc/passwd", "root:x:0:0:root:/root:/bin/bash\napp:x:1654:1654::/home/app:/bin/false\n")
        .File("etc/group", "root:x:0:\napp:x:1654:\n")
        .Home("home/app", 1654)
        .Folder("tmp", 0x3FF));
}
