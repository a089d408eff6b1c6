using System.Formats.Tar;


namespace DebugDeck.TestKit.Families;

/// <summary>What rpm installs, with a database that rpm wrote; and Azure Linux distroless, which has only lists of it.</summary>
public static class RpmImages
{
    private const string Rhel = "NAME=\"Red Hat Enterprise Linux\"\nVERSION=\"9.6 (Plow)\"\nID=\"rhel\"\nID_LIKE=\"fedora\"\nVERSION_ID=\"9.6\"\nPLATFORM_ID=\"platform:el9\"\nPRETTY_NAME=\"Red Hat Enterprise Linux 9.6 (Plow)\"\n";

    public static IReadOnlyList<FamilyImage> All { get; } =
    [
        new("ubi", "ubi standard 9.6 | glibc | yes | dnf", "glibc-merged", "rpmdb", Root(Rhel), RedHat("ubi"), Programs("dnf", "yum", "rpm"), Init(), "app-glibc") { Config = Labelled("ubi9-container", "ubi9/ubi") },
        new("ubi-minimal", "ubi-minimal minimal 9.6 | glibc | yes | microdnf", "glibc-merged", "rpmdb", Root(Rhel), RedHat("ubi-minimal"), Programs("microdnf", "rpm"), "app-glibc") { Config = Labelled("ubi9-minimal-container", "ubi9/ubi-minimal"), Packing = "zstd" },
        new("ubi-micro", "ubi-micro micro 9.6 | glibc | yes | none", "glibc-merged", "rpmdb", Root(Rhel), RedHat("ubi-micro"), "app-glibc") { Config = Labelled("ubi9-micro-container", "ubi9/ubi-micro") },
        new("ubi-init", "ubi-init init 9.6 | glibc | yes | dnf", "glibc-merged", "rpmdb", Root(Rhel), RedHat("ubi-init"), Programs("dnf", "yum", "rpm"), Init())
        {
            Config = Labelled("ubi9-init-container", "ubi9/ubi-init") with { Entrypoint = [], Command = ["/sbin/init"] },
        },
        new("azurelinux", "azurelinux - 3.0 | glibc | yes | tdnf", "glibc-merged", "rpmdb", Root(Azure), Programs("tdnf", "rpm"), "app-glibc"),
        new("azurelinux-distroless", "azurelinux-distroless - 3.0 | glibc | no | none", "glibc-merged", AzureDistroless(), "app-glibc") { Config = new() { User = "65532" } },
        new("hummingbird", "hummingbird - 20260801 | glibc | no | none", "glibc-merged", "rpmdb-sysimage", NoShell("NAME=\"Hummingbird OS\"\nID=hummingbird\nVERSION_ID=20260801\nPRETTY_NAME=\"Hummingbird OS 20260801\"\n"), "app-glibc") { Config = new() { User = "65532" } },
        new("fedora", "fedora - 43 | glibc | yes | dnf", "glibc-merged", "rpmdb-sysimage", Root("NAME=\"Fedora Linux\"\nID=fedora\nVERSION_ID=43\nPRETTY_NAME=\"Fedora Linux 43 (Container Image)\"\nVARIANT_ID=container\n"), Programs("dnf5", "dnf", "rpm"), "app-glibc"),
        new("rocky", "rocky - 9.6 | glibc | yes | dnf", "glibc-merged", "rpmdb", Root("NAME=\"Rocky Linux\"\nID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\nVERSION_ID=\"9.6\"\nPRETTY_NAME=\"Rocky Linux 9.6 (Blue Onyx)\"\n"), Programs("dnf", "yum", "rpm"), "app-glibc"),
        new("amazonlinux", "amazonlinux - 2023 | glibc | yes | dnf", "glibc-merged", "rpmdb", Root("NAME=\"Amazon Linux\"\nVERSION=\"2023\"\nID=\"amzn\"\nID_LIKE=\"fedora\"\nVERSION_ID=\"2023\"\nPRETTY_NAME=\"Amazon Linux 2023.8.20250721\"\n"), Programs("dnf", "yum", "rpm"), "app-glibc"),
        new("opensuse", "opensuse - 16.0 | glibc | yes | zypper", "glibc-merged", "rpmdb-sysimage", Root("NAME=\"openSUSE Leap\"\nVERSION=\"16.0\"\nID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"\nVERSION_ID=\"16.0\"\nPRETTY_NAME=\"openSUSE Leap 16.0\"\n"), Programs("zypper", "rpm"), "app-glibc"),
    ];

    private const string Azure = "NAME=\"Microsoft Azure Linux\"\nVERSION=\"3.0.20250702\"\nID=azurelinux\nVERSION_ID=\"3.0\"\nPRETTY_NAME=\"Microsoft Azure Linux 3.0\"\n";

    private static ImageConfig Labelled(string component, string name) => new() { Labels = new Dictionary<string, string> { ["com.redhat.component"] = component, ["name"] = name, ["version"] = "9.6" } };

    private static ImageLayer Root(string release) => ImageLayer.Of(tar => Accounts(tar, release).Busybox("usr/bin/bash").Link("usr/bin/sh", "bash"));

    private static ImageLayer NoShell(string release) => ImageLayer.Of(tar => Accounts(tar, release));

    private static TarWriter Accounts(TarWriter tar, string release) => tar
        .File("usr/lib/os-release", release)
        .Link("etc/os-release", "../usr/lib/os-release")
        .File("etc/passwd", "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:Kernel Overflow User:/:/sbin/nologin\n")
        .File("etc/group", "root:x:0:\nnobody:x:65534:\n")
        .Folder("root", 0x168)
        .Folder("tmp", 0x3FF);

    private static ImageLayer RedHat(string name) => ImageLayer.Of(tar => tar
        .File("etc/redhat-release", "Red Hat Enterprise Linux release 9.6 (Plow)\n")
        .File($"root/buildinfo/content_manifests/{name}-container-9.6-1754000000.json", "{\"metadata\":{\"icm_version\":1}}"));

    private static ImageLayer Programs(params string[] names) => ImageLayer.Of(tar =>
    {
        foreach (var name in names)
        {
            tar.Busybox($"usr/bin/{name}");
        }
    });

    private static ImageLayer Init() => ImageLayer.Of((tar, layers) => tar.Bytes("usr/lib/systemd/systemd", layers.Program("glibc")).Link("usr/sbin/init", "../lib/systemd/systemd"));

    // The columns of `rpm -qa --qf` that Microsoft's build writes: name, version-release, times, vendor, epoch, size, architecture, epoch number, source.
    private static ImageLayer AzureDistroless() => ImageLayer.Of((tar, layers) => Accounts(tar, Azure)
        .File("var/lib/rpmmanifest/container-manifest-1", $"glibc-{layers.Versions["libc6"]}.x86_64\nopenssl-libs-3.3.3-2.azl3.x86_64\n")
        .File("var/lib/rpmmanifest/container-manifest-2", $"glibc\t{layers.Versions["libc6"]}\t1751400000\t1751300000\tMicrosoft Corporation\t(none)\t11283418\tx86_64\t0\tglibc.src.rpm\nopenssl-libs\t3.3.3-2.azl3\t1751400000\t1751300000\tMicrosoft Corporation\t(none)\t7283418\tx86_64\t0\topenssl.src.rpm\n"));
}
