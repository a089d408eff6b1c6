using System.Formats.Tar;
using DebugDeck.Core.Images.Archives;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

/// <summary>Files of images that do not run.</summary>
public sealed class ImageFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("debugdeck-image-files-");

    [Theory]
    [InlineData("image://shop/web:1.4:/etc", "image://shop/web:1.4:/etc/passwd")]
    [InlineData("archive:///tmp/web.tar:/etc", "archive:///tmp/web.tar:/etc/passwd")]
    public async Task Are_listed_under_the_images_address(string path, string expected)
    {
        var result = await Bench().RunAsync("files", path, "-o", "name");

        Assert.Equal(0, result.Code);
        Assert.Contains($"{expected}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_copied_out()
    {
        var archive = Path.Combine(_folder.FullName, "web.tar");
        await SaveAsync(archive);
        var bench = new CommandBench();
        bench.Images["web.tar"] = await ImageArchive.OpenAsync(archive, TestContext.Current.CancellationToken);
        var copy = Path.Combine(_folder.FullName, "os-release");

        var result = await bench.RunAsync("cp", "archive://web.tar:/etc/os-release", copy);

        Assert.Equal(0, result.Code);
        Assert.Contains("ID=alpine", await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_not_there_end_with_4() => Assert.Equal(4, (await Bench().RunAsync("files", "image://shop/web:1.4:/nothing")).Code);

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task SaveAsync(string file)
    {
        using var layer = new MemoryStream();
        await using (var inner = new TarWriter(layer, leaveOpen: true))
        {
            inner.Folder("etc/").File("etc/os-release", "ID=alpine\n");
        }

        layer.Position = 0;
        await using var tar = new TarWriter(File.Create(file));
        tar.File("manifest.json", """[{"Config":"config.json","Layers":["layer.tar"]}]""").File("config.json", """{"architecture":"amd64","os":"linux"}""");
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "layer.tar") { DataStream = layer }, TestContext.Current.CancellationToken);
    }

    private static CommandBench Bench()
    {
        var bench = new CommandBench();
        bench.Images["shop/web:1.4"] = bench.Images["/tmp/web.tar"] = new FakeImage(new ImageFacts { Reference = "shop/web:1.4" }, SampleImages.Alpine().File("/etc/passwd", "root:x:0:0::/root:/bin/sh\n"));
        return bench;
    }
}
