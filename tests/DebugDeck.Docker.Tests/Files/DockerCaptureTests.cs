using System.Text;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Files;

namespace DebugDeck.Docker.Tests.Files;

public sealed class DockerCaptureTests
{
    private const string Make =
        "mkdir -p /d/e && ln -s /d /folder && echo text >/d/e/file && ln -s e/file /d/near && ln -s /d/e/file /far && ln -s loop /loop && ln -s nowhere /dangling && chmod 0600 /d/e/file && seq 1 100000 >/large && sleep 1000";

    private static readonly string[] Paths =
    [
        "/d/e/file", "/folder/e/file", "/folder/near", "/far", "/d/../d/e/file", "/loop", "/dangling", "/missing", "/missing/below", "/d/e/file/below", "/d", "/folder", "/mem", "/mem/inside", "/proc/1/cmdline", "/",
    ];

    [Theory]
    [InlineData(FileWishKind.Stat)]
    [InlineData(FileWishKind.Content)]
    [InlineData(FileWishKind.Listing)]
    public async Task Many_wishes_at_once_find_what_each_alone_finds(FileWishKind kind)
    {
        await using var containers = new TestContainers();
        using var connection = TestContainers.Connect();
        var files = await FilesAsync(containers, connection);
        var wishes = Paths.Where(path => kind != FileWishKind.Listing || path != "/").Select(path => new FileWish(path, kind)).ToList();

        var together = await files.CaptureAsync(wishes, TestContext.Current.CancellationToken);
        var alone = await OneByOne.CaptureAsync(files, wishes, TestContext.Current.CancellationToken);

        Assert.Equal(wishes.Select(wish => Told(alone[wish.Path]!)), wishes.Select(wish => Told(together[wish.Path]!)));
    }

    [Fact]
    public async Task A_piece_from_the_middle_of_a_file_is_read()
    {
        await using var containers = new TestContainers();
        using var connection = TestContainers.Connect();
        var files = await FilesAsync(containers, connection);

        var seen = await files.CaptureAsync([new FileWish("/large", FileWishKind.Content, 14) { Offset = 348_894 }], TestContext.Current.CancellationToken);

        Assert.Equal("60001\n60002\n60", Encoding.ASCII.GetString(seen["/large"]!.Slice(348_894, 14)!.Value.Span));
    }

    private static async Task<IContainerFiles> FilesAsync(TestContainers containers, DockerConnection connection)
    {
        var id = await containers.RunAsync("capture", ["--tmpfs", "/mem"], "sh", "-c", Make);
        var files = new DockerFiles(connection, new Target
        {
            Id = id,
            Address = new TargetAddress(AddressKind.Docker, containers.Name("capture")),
            Host = "docker",
            Name = containers.Name("capture"),
            Image = "busybox",
        });
        for (var tries = 0; (await files.StatAsync("/large", TestContext.Current.CancellationToken))?.Size != 588_895; tries++)
        {
            Assert.True(tries < 200, "the container has not made its files");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return files;
    }

    // The way to the end of links differs in how parents are named, not in what is there.
    private static string Told(CapturedFile file) => string.Join(' ',
        file.Path,
        file.Entry?.Kind.ToString() ?? "nothing",
        file.Target?.Kind.ToString() ?? "nothing",
        file.Target?.Size,
        file.Content is { } content ? Encoding.UTF8.GetString(content.Span) : "-",
        file.Listing is { } listing ? string.Join(',', listing.Select(entry => entry.Name)) : "-",
        file.Error is null ? "" : "error");
}
