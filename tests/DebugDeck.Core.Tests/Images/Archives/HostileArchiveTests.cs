using System.Formats.Tar;
using CsCheck;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Images.Archives;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Images.Archives;

public sealed class HostileArchiveTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public async Task An_archive_with_any_bytes_changed_is_read_as_far_as_it_goes_or_refused_in_words(string packing)
    {
        using var image = new OciImage().Layer(tar => tar.Folder("etc").File("etc/passwd", "root:x:0:0::/:/bin/sh\n").Link("bin", "usr/bin").HardLink("etc/copy", "etc/passwd").File(new string('n', 180), "long"), packing)
            .Layer(tar => tar.File("etc/.wh.passwd").File("app", new string('x', 2000)), packing);
        var honest = await File.ReadAllBytesAsync(image.Save(), TestContext.Current.CancellationToken);
        var changes = Gen.Select(Gen.Select(Gen.Int[0, honest.Length - 1], Gen.Byte).Array[0, 30], Gen.Int[honest.Length / 2, honest.Length]);

        await changes.SampleAsync(async (changed, length) => await OpenAsync(honest, changed, length), iter: 100, threads: 2);
    }

    [Fact]
    public async Task Texts_of_the_configuration_that_are_no_unicode_are_left_out()
    {
        using var image = new OciImage { Config = """{"created":"\ud800","config":{"Entrypoint":["\udfff","/app"],"User":"\ud800","Labels":{"\ud800":"x","good":"y","bad":"\ud800"}},"history":[{"created_by":"\ud800"}]}""" };

        await using var archive = await ImageArchive.OpenAsync(image.Save(), TestContext.Current.CancellationToken);

        Assert.Equal(["/app"], archive.Facts.Entrypoint);
        Assert.Equal(("y", "", 1), (archive.Facts.Labels["good"], archive.Facts.User, archive.Facts.Labels.Count));
    }

    [Fact]
    public async Task A_layer_with_any_header_changed_gives_only_paths_inside_the_image()
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            writer.Folder("etc").File("etc/passwd", "x").Link("bin", "usr/bin").HardLink("etc/copy", "etc/passwd").File(new string('n', 180), "long").File("etc/.wh.gone");
        }

        var honest = tar.ToArray();
        var changes = Gen.Select(Gen.Int[0, honest.Length - 1], Gen.Byte).Array[1, 6];

        await changes.SampleAsync(
            async changed =>
            {
                using var image = new OciImage().Layer(Changed(honest, changed));
                await using var archive = await ImageArchive.OpenAsync(image.Save(), TestContext.Current.CancellationToken);
                Assert.All(((IFileTree)archive.Files).All, entry => Assert.Equal(ContainerPath.Normalize(entry.Path), entry.Path));
            },
            iter: 200,
            threads: 2);
    }

    private static async Task OpenAsync(byte[] honest, (int At, byte Value)[] changed, int length)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, Changed(honest, changed)[..length]);
            await using var archive = await ImageArchive.OpenAsync(file, CancellationToken.None);
            _ = await archive.Files.CaptureAsync([new FileWish("/etc/passwd"), new FileWish("/app"), new FileWish("/etc/copy"), new FileWish("/", FileWishKind.Listing)], CancellationToken.None);
        }
        catch (DebugDeckException error)
        {
            Assert.Equal(ErrorKind.Failed, error.Kind);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Changed(byte[] honest, (int At, byte Value)[] changes)
    {
        var changed = honest.ToArray();
        foreach (var (at, value) in changes)
        {
            changed[at] = value;
        }

        return changed;
    }
}
