using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Files;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Files;

public sealed class DockerFilesTests : IAsyncDisposable
{
    private readonly OwnContainers _containers = OwnContainers.OnTestEngine();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kinds_modes_sizes_and_links_are_told()
    {
        var files = Files(await TreeAsync());

        Assert.Equal(FileKind.Directory, (await files.StatAsync("/", Token))!.Kind);
        Assert.Equal((FileKind.Regular, 5L), await KindAndSizeAsync("/data/text"));
        Assert.Equal((UnixFileMode)0x9ED, (await files.StatAsync("/data/setuid", Token))!.Mode);
        Assert.Equal((UnixFileMode)0x3FF, (await files.StatAsync("/tmp", Token))!.Mode);
        Assert.Equal((FileKind.Link, "/data/text"), (await files.StatAsync("/data/rel", Token)) is { } link ? (link.Kind, link.LinkTarget) : default);
        Assert.Null(await files.StatAsync("/missing", Token));
        Assert.Null(await files.StatAsync("/data/text/below", Token));

        async Task<(FileKind, long)> KindAndSizeAsync(string path) => (await files.StatAsync(path, Token)) is { } entry ? (entry.Kind, entry.Size) : default;
    }

    [Theory]
    [InlineData("/data")]
    [InlineData("/data/")]
    [InlineData("/to-data")]
    public async Task A_folder_lists_its_direct_children(string path)
    {
        var files = Files(await TreeAsync());

        var entries = await ListAsync(files, path);

        Assert.Equal(["/data/hard", "/data/loop", "/data/rel", "/data/setuid", "/data/sub", "/data/text"], entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((FileKind.Directory, 0L), (entries["/data/sub"].Kind, entries["/data/sub"].Size));
        Assert.Equal((FileKind.Regular, 5L), (entries["/data/hard"].Kind, entries["/data/hard"].Size));
        Assert.Equal("text", entries["/data/rel"].LinkTarget);
        Assert.Equal(0, entries["/data/text"].UserId);
    }

    [Fact]
    public async Task The_root_lists_mount_points_that_are_not_there_yet()
    {
        var image = await _containers.ImageAsync(tar => tar.Busybox("app"));
        var target = await _containers.CreateAsync("--volume", $"{_containers.NewVolume()}:/vol", "--tmpfs", "/mem/deep", image, "/app");

        var entries = await ListAsync(Files(target), "/");

        Assert.Equal(FileKind.Directory, entries["/vol"].Kind);
        Assert.Equal(FileKind.Directory, entries["/mem"].Kind);
        Assert.Equal(FileKind.Regular, entries["/app"].Kind);
    }

    [Fact]
    public async Task A_file_is_read_through_links_up_to_the_limit()
    {
        var files = Files(await TreeAsync());

        Assert.Equal("12345", Encoding.UTF8.GetString(await files.ReadAsync("/data/rel", 100, Token)));
        Assert.Equal("123", Encoding.UTF8.GetString(await files.ReadAsync("/to-data/hard", 3, Token)));
        Assert.Empty(await files.ReadAsync("/empty", 3, Token));
    }

    [Theory]
    [InlineData("/data", ErrorKind.Failed, "is not a file")]
    [InlineData("/missing", ErrorKind.NotFound, "there is no '/missing'")]
    [InlineData("/data/loop", ErrorKind.Failed, "'/data/loop' is a link that leads back to itself")]
    [InlineData("/log", ErrorKind.Failed, "is a link to the container's own output (/dev/stdout)")]
    [InlineData("/log1", ErrorKind.Failed, "is a link to the container's own output (/proc/1/fd/1)")]
    public async Task What_cannot_be_read_is_said(string path, ErrorKind kind, string words)
    {
        var error = await Assert.ThrowsAsync<DebugDeckException>(async () => await Files(await TreeAsync()).ReadAsync(path, 10, Token));

        Assert.Equal(kind, error.Kind);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/1/environ")]
    [InlineData("/dev/null")]
    [InlineData("/sys/kernel")]
    [InlineData("/mem/secret")]
    [InlineData("/to-mem/secret")]
    [InlineData("/mem/covered")]
    public async Task What_lies_in_memory_is_never_silently_missing(string path)
    {
        var files = Files(await WithMemoryAsync());

        foreach (var read in new Func<Task>[] { () => files.StatAsync(path, Token), () => files.ReadAsync(path, 10, Token), () => files.ArchiveAsync(path, Token), () => ListAsync(files, path) })
        {
            var error = await Assert.ThrowsAsync<DebugDeckException>(read);
            Assert.Contains("cannot be seen from outside", error.Message, StringComparison.Ordinal);
            Assert.Contains("debugdeck debug", error.Hint, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/proc")]
    [InlineData("/mem")]
    [InlineData("/to-mem")]
    public async Task A_folder_in_memory_is_there_but_not_empty(string path)
    {
        var files = Files(await WithMemoryAsync());

        Assert.NotNull(await files.StatAsync(path, Token));
        await Assert.ThrowsAsync<DebugDeckException>(() => ListAsync(files, path));
    }

    [Fact]
    public async Task A_volume_is_seen_and_one_inside_a_memory_folder_too()
    {
        var target = await _containers.RunAsync(
            "--tmpfs", "/mem", "--volume", $"{_containers.NewVolume()}:/mem/vol", "busybox:latest", "sh", "-c", "echo kept > /mem/vol/f; sleep 1000");

        var files = Files(target);
        await EventuallyAsync(async () => await files.StatAsync("/mem/vol/f", Token) is not null);

        Assert.Equal("kept\n", Encoding.UTF8.GetString(await files.ReadAsync("/mem/vol/f", 10, Token)));
    }

    [Fact]
    public async Task A_container_that_is_gone_is_not_an_empty_one()
    {
        var target = await _containers.CreateAsync("busybox:latest");
        await _containers.DockerAsync("rm", target.Name);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => Files(target).StatAsync("/etc/passwd", Token));

        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }

    public async ValueTask DisposeAsync() => await _containers.DisposeAsync();

    private static async Task EventuallyAsync(Func<Task<bool>> happened)
    {
        while (!await happened())
        {
            await Task.Delay(50, Token);
        }
    }

    private static async Task<Dictionary<string, FileEntry>> ListAsync(DockerFiles files, string path)
    {
        var entries = new Dictionary<string, FileEntry>();
        await foreach (var entry in files.ListAsync(path, Token))
        {
            entries.Add(entry.Path, entry);
        }

        return entries;
    }

    private DockerFiles Files(Target target) => new(_containers.Connection, target);

    private async Task<Target> TreeAsync() => await _containers.CreateAsync(
        await _containers.ImageAsync(tar => tar
            .Folder("data/").File("data/text", "12345").File("data/setuid", "x", 0x9ED).Link("data/rel", "text").Link("data/loop", "loop").Folder("data/sub/").File("data/sub/deep", "x")
            .HardLink("data/hard", "data/text").Link("to-data", "/data").File("empty").Folder("tmp/", 0x3FF).Link("log", "/dev/stdout").Link("log1", "/proc/1/fd/1")),
        "/none");

    private async Task<Target> WithMemoryAsync()
    {
        var image = await _containers.ImageAsync(tar => tar.Busybox("bin/busybox").Folder("mem/").File("mem/covered", "of the image").Link("to-mem", "mem"));
        return await _containers.RunAsync("--tmpfs", "/mem", image, "/bin/busybox", "sleep", "1000");
    }
}
