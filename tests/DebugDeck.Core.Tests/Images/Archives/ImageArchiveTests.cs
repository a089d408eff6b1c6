using System.Formats.Tar;
using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Images.Archives;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Images.Archives;

public sealed class ImageArchiveTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public async Task An_upper_layer_hides_what_is_below_and_takes_away_what_it_says(string packing)
    {
        using var image = new OciImage()
            .Layer(tar => tar.Folder("etc").File("etc/kept", "below").File("etc/changed", "old").File("etc/gone", "x").Folder("cache").File("cache/a", "1"), packing)
            .Layer(tar => tar.File("etc/changed", "new").File("etc/.wh.gone").Folder("cache").File("cache/.wh..wh..opq").File("cache/b", "2"), packing);

        await using var archive = await ImageArchive.OpenAsync(image.Save(), Token);

        Assert.Equal("below", await TextAsync(archive, "/etc/kept"));
        Assert.Equal("new", await TextAsync(archive, "/etc/changed"));
        Assert.Null(await archive.Files.StatAsync("/etc/gone", Token));
        Assert.Equal(["/cache/b"], await NamesAsync(archive, "/cache"));
        Assert.Empty(archive.Problems);
    }

    [Fact]
    public async Task A_whiteout_and_a_new_file_of_the_same_name_leave_the_new_one_whichever_comes_first()
    {
        using var image = new OciImage()
            .Layer(tar => tar.Folder("a").File("a/old").Folder("b").File("b/old"))
            .Layer(tar => tar.File(".wh.a").Folder("a").File("a/new").Folder("b").File("b/new").File(".wh.b"));

        await using var archive = await ImageArchive.OpenAsync(image.Save(), Token);

        Assert.Equal(["/a/new"], await NamesAsync(archive, "/a"));
        Assert.Equal(["/b/new"], await NamesAsync(archive, "/b"));
    }

    [Fact]
    public async Task A_file_replaces_a_directory_and_the_other_way_round()
    {
        using var image = new OciImage()
            .Layer(tar => tar.Folder("a").File("a/inner").File("b", "file"))
            .Layer(tar => tar.File("a", "file").Folder("b").File("b/inner"));

        await using var archive = await ImageArchive.OpenAsync(image.Save(), Token);

        Assert.Equal("file", await TextAsync(archive, "/a"));
        Assert.Null(await archive.Files.StatAsync("/a/inner", Token));
        Assert.Equal(["/b/inner"], await NamesAsync(archive, "/b"));
    }

    [Fact]
    public async Task Links_lead_across_layers_and_never_out_of_the_image()
    {
        using var image = new OciImage()
            .Layer(tar => tar.Folder("usr").Folder("usr/bin").Link("bin", "usr/bin").Link("escape", "../../../../etc/hostname").Link("loop", "loop").Link("dangling", "nowhere"))
            .Layer(tar => tar.File("bin/tool", "through the link").HardLink("copy", "usr/bin/tool"), "gzip");

        await using var archive = await ImageArchive.OpenAsync(image.Save(), Token);
        var seen = await archive.Files.CaptureAsync([new FileWish("/bin/tool"), new FileWish("/escape"), new FileWish("/loop"), new FileWish("/dangling"), new FileWish("/copy")], Token);

        Assert.Equal("through the link", seen.Text("/bin/tool"));
        Assert.Equal("/usr/bin/tool", seen["/bin/tool"]!.Target!.Path);
        Assert.Equal("through the link", seen.Text("/copy"));
        Assert.Equal((FileKind.Link, null), (seen["/escape"]!.Entry!.Kind, seen["/escape"]!.Target));
        Assert.Null(seen["/loop"]!.Target);
        Assert.Equal("nowhere", seen["/dangling"]!.Entry!.LinkTarget);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public async Task A_piece_from_the_middle_of_a_large_file_is_read(string packing)
    {
        var content = string.Concat(Enumerable.Range(0, 200_000).Select(number => $"{number,9}\n"));
        using var image = new OciImage().Layer(tar => tar.File("before", "x").File("opt/large", content).File("opt/after", "y"), packing);

        await using var archive = await ImageArchive.OpenAsync(image.Save(), Token);
        var seen = await archive.Files.CaptureAsync([new FileWish("/opt/large", FileWishKind.Content, 20) { Offset = 1_234_560 }, new FileWish("/opt/after")], Token);

        Assert.Equal("   123456\n   123457\n", Encoding.UTF8.GetString(seen["/opt/large"]!.Slice(1_234_560, 20)!.Value.Span));
        Assert.Equal("y", seen.Text("/opt/after"));
    }

    [Fact]
    public async Task The_configuration_is_told()
    {
        using var image = new OciImage().Layer(tar => tar.File("app"));

        await using var archive = await ImageArchive.OpenAsync(image.Save(), Token);

        Assert.Equal("shop:1.2", archive.Facts.Reference);
        Assert.StartsWith("sha256:", archive.Facts.Digest, StringComparison.Ordinal);
        Assert.Equal(["/app"], archive.Facts.Entrypoint);
        Assert.Equal(("65532", "/w", "amd64"), (archive.Facts.User, archive.Facts.WorkingDirectory, archive.Facts.Architecture));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), archive.Facts.Created);
        Assert.Equal("v", archive.Facts.Labels["k"]);
        Assert.Equal(["COPY app /"], archive.Facts.History);
    }

    [Fact]
    public async Task Of_several_platforms_the_one_of_this_machine_is_taken_and_attestations_are_none()
    {
        using var image = new OciImage().Layer(tar => tar.File("app"));
        var ours = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64";
        var real = image.Manifest();
        var nothing = image.Blob("{}"u8.ToArray());
        var inner = image.Blob(Encoding.UTF8.GetBytes($$$"""
            {"manifests":[
              {"digest":"sha256:{{{nothing}}}","platform":{"os":"linux","architecture":"s390x"}},
              {"digest":"sha256:{{{real}}}","platform":{"os":"linux","architecture":"{{{ours}}}"}},
              {"digest":"sha256:{{{nothing}}}","platform":{"os":"unknown","architecture":"unknown"},"annotations":{"vnd.docker.reference.type":"attestation-manifest"}}]}
            """));

        await using var archive = await ImageArchive.OpenAsync(
            image.Save($$$"""{"manifests":[{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"sha256:{{{inner}}}","annotations":{"io.containerd.image.name":"docker.io/library/shop:1"}}]}"""), Token);

        Assert.Equal($"sha256:{real}", archive.Facts.Digest);
        Assert.Equal("docker.io/library/shop:1", archive.Facts.Reference);
        Assert.Equal($"the archive holds 2 images; this is the one for linux/{ours}", Assert.Single(archive.Problems));
        Assert.NotNull(await archive.Files.StatAsync("/app", Token));
    }

    [Fact]
    public async Task A_damaged_layer_gives_what_came_before_and_says_so()
    {
        var good = new MemoryStream();
        using (var writer = new TarWriter(good, leaveOpen: true))
        {
            writer.File("first", "1").File("second", new string('x', 100_000));
        }

        using var image = new OciImage().Layer(good.ToArray()[..20_000]);

        await using var archive = await ImageArchive.OpenAsync(image.Save(), Token);

        Assert.Equal("1", await TextAsync(archive, "/first"));
        Assert.Contains("is damaged", Assert.Single(archive.Problems), StringComparison.Ordinal);
        Assert.True(((IFileTree)archive.Files).IsCut);
    }

    [Fact]
    public async Task Names_that_lead_out_are_refused()
    {
        using var image = new OciImage().Layer(tar => tar.File("../outside", "x").File("/absolute", "y").File("a/../../b", "z"));

        await using var archive = await ImageArchive.OpenAsync(image.Save(), Token);

        Assert.Equal(["/", "/absolute"], ((IFileTree)archive.Files).All.Select(entry => entry.Path));
        Assert.Equal("2 entries have names or links that lead nowhere in the image", Assert.Single(archive.Problems));
    }

    [Fact]
    public async Task A_layer_that_unpacks_to_gigabytes_is_given_up()
    {
        using var bomb = new OciImage().Layer(Bomb.Gzip(2)).Layer(tar => tar.File("fine", "1"));

        await using var archive = await ImageArchive.OpenAsync(bomb.Save(), Token);

        Assert.Contains(archive.Problems, problem => problem.EndsWith("unpacks to more than any honest image", StringComparison.Ordinal));
        Assert.Equal("1", await TextAsync(archive, "/fine"));
    }

    [Fact]
    public async Task A_part_of_an_image_is_given_as_a_tar()
    {
        using var image = new OciImage().Layer(tar => tar.Folder("d").File("d/f", "content").Link("d/l", "f"), "gzip");
        await using var archive = await ImageArchive.OpenAsync(image.Save(), Token);

        await using var tar = await archive.Files.ArchiveAsync("/d", Token);
        using var reader = new TarReader(tar);
        var names = new List<string>();
        while (await reader.GetNextEntryAsync(copyData: false, Token) is { } entry)
        {
            names.Add($"{entry.EntryType} {entry.Name} {entry.Length}");
        }

        Assert.Equal(["Directory d 0", "RegularFile d/f 7", "SymbolicLink d/l 0"], names);
    }

    [Theory]
    [InlineData("not a tar at all", "is no image archive")]
    [InlineData("", "is a tar, but no image archive")]
    public async Task What_is_no_archive_is_told(string content, string words)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, content, Token);
        try
        {
            var error = await Assert.ThrowsAsync<DebugDeckException>(() => ImageArchive.OpenAsync(file, Token));
            Assert.Equal(ErrorKind.Failed, error.Kind);
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_found() =>
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<DebugDeckException>(() => ImageArchive.OpenAsync("/nowhere/x.tar", Token))).Kind);

    private static async Task<string> TextAsync(ImageArchive archive, string path) => Encoding.UTF8.GetString(await archive.Files.ReadAsync(path, 1000, Token));

    private static async Task<List<string>> NamesAsync(ImageArchive archive, string path)
    {
        var names = new List<string>();
        await foreach (var entry in archive.Files.ListAsync(path, Token))
        {
            names.Add(entry.Path);
        }

        return names;
    }
}
