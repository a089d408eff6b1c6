using System.Text;
using CsCheck;
using DebugDeck.Core.Anatomy.Programs.Libraries;
using DebugDeck.Core.Tests.Anatomy.Programs;
using DebugDeck.TestKit;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Anatomy;

public sealed class HostileFilesTests
{
    private static readonly Dictionary<string, byte[]> Honest = new Dictionary<string, string>
    {
        ["/etc/os-release"] = "ID=\"debian\"\nVERSION_ID='12'\nNAME=\"Debian \\\"x\\\"\"\n",
        ["/etc/passwd"] = "root:x:0:0:root:/root:/bin/sh\napp:x:65532:65532::/home/app:/bin/false\n",
        ["/etc/group"] = "root:x:0:\napp:x:65532:a,b\n",
        ["/etc/nsswitch.conf"] = "hosts: files dns [!UNAVAIL=return]\n",
        ["/etc/debian_version"] = "12.11\n",
        ["/etc/alpine-release"] = "3.22.1\n",
        ["/etc/redhat-release"] = "Red Hat Enterprise Linux release 9.6 (Plow)\n",
        ["/etc/ld-musl-x86_64.path"] = "/lib:/usr/lib\n",
        ["/lib/apk/db/installed"] = "P:musl\nV:1.2.5-r10\nF:lib\nR:x\n\n",
        ["/var/lib/dpkg/status"] = "Package: base-files\nStatus: install ok installed\nVersion: 12.4\nDescription: x\n .\n y\n",
        ["/var/lib/dpkg/status.d/libc6"] = "Package: libc6\nVersion: 2.36-9\n",
        ["/var/lib/rpmmanifest/container-manifest-2"] = "glibc\t2.38\t1\t2\tx\n",
        ["/usr/share/zoneinfo/tzdata.zi"] = "# version 2025b\n",
        ["/etc/ssl/certs/ca-certificates.crt"] = TestCertificate.Root("One").Pem,
    }.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value));

    [Fact]
    public async Task Whatever_stands_in_the_files_of_an_image_there_is_an_anatomy()
    {
        var paths = Honest.Keys.Order(StringComparer.Ordinal).ToArray();
        var changes = Gen.Select(Gen.Int[0, paths.Length - 1], Gen.Int[0, 3000], Gen.Byte).Array[1, 40];

        await changes.SampleAsync(
            async changed =>
            {
                var tree = new ImageTree().Program("/app").Program("/lib/ld-musl-x86_64.so.1");
                var files = Honest.ToDictionary(file => file.Key, file => file.Value.ToArray());
                foreach (var (which, at, value) in changed)
                {
                    var content = files[paths[which]];
                    content[at % content.Length] = value;
                }

                foreach (var (path, content) in files)
                {
                    tree.File(path, content);
                }

                Assert.NotEmpty((await new ImageSubject(tree).ReadAsync(TestContext.Current.CancellationToken)).Family.Id);
            },
            iter: 300);
    }

    [Fact]
    public async Task Garbage_in_place_of_every_file_is_an_anatomy_too()
    {
        var contents = Gen.Byte.Array[0, 400].Array[Honest.Count];

        await contents.SampleAsync(
            async garbage =>
            {
                var tree = new ImageTree();
                foreach (var (path, content) in Honest.Keys.Zip(garbage))
                {
                    tree.File(path, content);
                }

                Assert.NotEmpty((await new ImageSubject(tree.File("/app", garbage[0], 0x1ED)).ReadAsync(TestContext.Current.CancellationToken)).Family.Id);
            },
            iter: 200);
    }

    [Fact]
    public void No_change_of_a_loaders_cache_makes_reading_it_fail()
    {
        // One entry: flags, where its name and its path are, and what hardware it is for.
        var cache = new byte[48 + 24 + 64];
        "glibc-ld.so.cache1.1"u8.CopyTo(cache);
        cache[20] = 1;
        cache[52] = 72;
        cache[56] = 90;
        "libhelper.so"u8.CopyTo(cache.AsSpan(72));
        "/opt/libhelper.so"u8.CopyTo(cache.AsSpan(90));
        Assert.Equal(["/opt/libhelper.so"], LoaderCache.Read(cache)["libhelper.so"]);

        Gen.Select(Gen.Int[20, cache.Length - 1], Gen.Byte).Array[1, 10].Sample(
            changes =>
            {
                var changed = cache.ToArray();
                foreach (var (at, value) in changes)
                {
                    changed[at] = value;
                }

                Assert.InRange(LoaderCache.Read(changed).Count, 0, 6);
            },
            iter: 2000);
    }

    [Fact]
    public async Task No_change_of_gos_build_information_makes_reading_it_fail()
    {
        var info = RuntimeTests.BuildInfo("go1.24.3", "path\tx\nmod\texample.com/x\t(devel)\nbuild\t-tags=a,b\n");
        var changes = Gen.Select(Gen.Int[0, info.Length - 1], Gen.Byte).Array[1, 8];

        await changes.SampleAsync(
            async changed =>
            {
                var hostile = info.ToArray();
                foreach (var (at, value) in changed)
                {
                    hostile[at] = value;
                }

                var read = await Reading.OfAsync(new ImageTree().File("/app", Elf.Static((".go.buildinfo", hostile)), 0x1ED), "/app");
                Assert.Equal("go", read.EntryPoint.Runtime?.Id);
            },
            iter: 500);
    }
}
