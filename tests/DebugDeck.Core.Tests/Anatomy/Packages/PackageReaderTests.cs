using System.Text;
using CsCheck;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Packages;
using DebugDeck.Core.Files.Capture;
using DebugDeck.TestKit;
using ZstdSharp;

namespace DebugDeck.Core.Tests.Anatomy.Packages;

public sealed class PackageReaderTests
{
    private const string Manifest = """
        {"jsonwall":"1.0","schema":"1.0","count":5}
        {"kind":"content","slice":"libc6_libs","path":"/usr/lib/x86_64-linux-gnu/libc.so.6"}
        {"kind":"package","name":"base-files","version":"13ubuntu10.2","sha256":"aa","arch":"amd64"}
        {"kind":"package","name":"libc6","version":"2.39-0ubuntu8.4","sha256":"bb","arch":"amd64"}
        {"kind":"slice","name":"libc6_libs"}
        """;

    [Fact]
    public async Task Dpkg_tells_what_is_installed_and_not_what_was_removed()
    {
        var list = await ReadAsync(new ImageTree().File("/var/lib/dpkg/status",
            "Package: libc6\nStatus: install ok installed\nVersion: 2.36-9+deb12u10\nDescription: x\n Package: not this\n\nPackage: gone\nStatus: deinstall ok config-files\nVersion: 1\n\nPackage: tzdata\nStatus: install ok installed\nVersion: 2025b-0+deb12u1"));

        Assert.Equal(("dpkg", PackageDatabaseFormat.DpkgStatus, 2), (list.Manager, list.Format, list.Packages.Count));
        Assert.Equal("2.36-9+deb12u10", KnownPackages.Glibc(list));
        Assert.Equal("2025b-0+deb12u1", KnownPackages.TimeZones(list));
    }

    [Fact]
    public async Task Distroless_has_a_file_for_each_package()
    {
        var list = await ReadAsync(new ImageTree().File("/var/lib/dpkg/status.d/libc6", "Package: libc6\nVersion: 2.41-12\n")
            .File("/var/lib/dpkg/status.d/libc6.md5sums", "Package: no\nVersion: 1\n").File("/var/lib/dpkg/status.d/dGVzdA", "Package: libssl3t64\nVersion: 3.5.1-1\n"));

        Assert.Equal((PackageDatabaseFormat.DpkgStatusFolder, 2), (list.Format, list.Packages.Count));
        Assert.Equal("3.5.1-1", KnownPackages.OpenSsl(list));
    }

    [Theory]
    [InlineData("/lib/apk/db/installed")]
    [InlineData("/usr/lib/apk/db/installed")]
    public async Task Apks_database_is_read_at_both_of_its_places(string place)
    {
        var list = await ReadAsync(new ImageTree().File(place, "C:Q1x=\nP:musl\nV:1.2.5-r9\nA:x86_64\nF:lib\nR:ld-musl-x86_64.so.1\n\nP:ca-certificates-bundle\nV:20250619-r0\n\n"));

        Assert.Equal(("apk", place), (list.Manager, list.Path));
        Assert.Equal("1.2.5-r9", KnownPackages.Musl(list));
        Assert.Equal("20250619-r0", KnownPackages.CaCertificates(list));
    }

    [Fact]
    public async Task Chisels_manifest_is_unpacked()
    {
        var list = await ReadAsync(new ImageTree().File("/var/lib/chisel/manifest.wall", Zstd(Manifest)));

        Assert.Equal(("chisel", PackageDatabaseFormat.ChiselManifest, 2), (list.Manager, list.Format, list.Packages.Count));
        Assert.Equal("2.39-0ubuntu8.4", KnownPackages.Glibc(list));
        Assert.Null(list.Problem);
    }

    [Fact]
    public async Task A_manifest_that_is_cut_off_is_told()
    {
        var list = await ReadAsync(new ImageTree().File("/var/lib/chisel/manifest.wall", Zstd(Manifest)[..40]));

        Assert.Equal("it is damaged or cut off", list.Problem);
    }

    [Fact]
    public async Task Azure_linux_has_a_table()
    {
        var list = await ReadAsync(new ImageTree().File("/var/lib/rpmmanifest/container-manifest-2",
            "glibc\t2.38-8.azl3\t1719\t1718\tMicrosoft\t(none)\t100\tx86_64\t0\tglibc-2.38.src.rpm\nopenssl-libs\t3.3.0-1.azl3\t1\t1\tx\n"));

        Assert.Equal(("rpm", "2.38-8.azl3", "3.3.0-1.azl3"), (list.Manager, KnownPackages.Glibc(list), KnownPackages.OpenSsl(list)));
    }

    [Theory]
    [InlineData("/usr/lib/sysimage/rpm/Packages.db", PackageDatabaseFormat.RpmNdb)]
    [InlineData("/var/lib/rpm/Packages", PackageDatabaseFormat.RpmBerkeleyDb)]
    public async Task Older_databases_of_rpm_are_recognised_and_said_to_be_unread(string path, PackageDatabaseFormat format)
    {
        var list = await ReadAsync(new ImageTree().File(path, "x"));

        Assert.Equal(("rpm", format), (list.Manager, list.Format));
        Assert.Contains("DebugDeck does not read", list.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_there_is_none()
    {
        Assert.Equal(PackageDatabaseFormat.None, (await ReadAsync(new ImageTree())).Format);
    }

    [Fact]
    public void No_content_makes_a_database_fail()
    {
        string[] places = ["/var/lib/dpkg/status", "/lib/apk/db/installed", "/var/lib/chisel/manifest.wall", "/var/lib/rpmmanifest/container-manifest-2", "/var/lib/rpm/rpmdb.sqlite"];
        Gen.Select(Gen.Int[0, places.Length - 1], Gen.Byte.Array[0, 2000]).Sample((at, content) =>
        {
            Judge(places[at], content);
            Judge(places[at], [.. "SQLite format 3\0"u8, .. content]);
        });
    }

    internal static async Task<PackageList> ReadAsync(ImageTree image) => (await Reading.OfAsync(image)).Packages;

    internal static PackageList Judge(string place, byte[] content)
    {
        var entry = new Core.Files.FileEntry(place, Core.Files.FileKind.Regular, content.Length, (UnixFileMode)0x1A4, DateTimeOffset.UnixEpoch);
        return new ContainerQuestion(new ContainerSetting()).Answer(new FileCapture([new CapturedFile { Path = place, Entry = entry, Target = entry, Content = content }])).Packages;
    }

    private static byte[] Zstd(string text)
    {
        var packed = new MemoryStream();
        using (var packer = new CompressionStream(packed, leaveOpen: true))
        {
            packer.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
