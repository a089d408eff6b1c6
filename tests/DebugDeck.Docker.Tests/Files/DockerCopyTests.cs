using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Copying;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Files;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Files;

public sealed class DockerCopyTests : IAsyncDisposable
{
    private readonly OwnContainers _containers = OwnContainers.OnTestEngine();
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-cp-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tree_arrives_as_docker_cp_brings_it()
    {
        var target = await _containers.CreateAsync(
            await _containers.ImageAsync(tar => tar
                .Folder("d/", 0x1ED).File("d/a", "a", 0x1A0).Folder("d/ro/", 0x16D).File("d/ro/b", "b", 0x1ED).HardLink("d/c", "d/a").Link("d/l", "ro/b").File("d/ünï", "u").File("d/" + new string('n', 200), "long")),
            "/none");

        var result = await CopyAsync(target, "/d", "ours");
        await _containers.DockerAsync("cp", $"{target.Name}:/d", Path.Join(_folder, "theirs"));

        Assert.Empty(result.Warnings);
        Assert.Equal(Describe("theirs"), Describe("ours").Replace("d/ro 755", "d/ro 555", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_root_of_a_container_can_be_copied()
    {
        var target = await _containers.CreateAsync(await _containers.ImageAsync(tar => tar.Busybox("bin/busybox").HardLink("bin/sh", "bin/busybox").File("etc/conf", "x")), "/none");

        await CopyAsync(target, "/", "root");

        Assert.True(File.Exists(Path.Join(_folder, "root/bin/sh")));
        Assert.Equal("x", File.ReadAllText(Path.Join(_folder, "root/etc/conf")));
    }

    [Fact]
    public async Task A_copy_cancelled_half_way_leaves_nothing()
    {
        var target = await BigAsync(_containers, 64);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var progress = new StopAfter(8 << 20, stop.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyOut.ToAsync(
            new DockerFiles(_containers.Connection, target), "/big", Path.Join(_folder, "big"), new CopyOptions { ProgressEvery = TimeSpan.Zero }, progress, stop.Token));

        Assert.True(progress.Seen >= 8 << 20);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task An_engine_that_goes_away_during_a_copy_is_an_error_and_leaves_nothing()
    {
        await using var engine = await OwnEngine.StartAsync();
        await using var containers = OwnContainers.On(engine);
        var target = await BigAsync(containers, 64);
        var paused = new TaskCompletionSource();
        var progress = new StopAfter(4 << 20, () =>
        {
            engine.StopAsync().Wait(Token);
            paused.TrySetResult();
        });

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => CopyOut.ToAsync(
            new DockerFiles(containers.Connection, target), "/big", Path.Join(_folder, "big"), new CopyOptions { ProgressEvery = TimeSpan.Zero }, progress, Token));
        await paused.Task;

        Assert.Contains(error.Kind, new[] { ErrorKind.Unreachable, ErrorKind.Failed });
        Assert.Empty(Directory.GetFileSystemEntries(_folder));

        await engine.StartAgainAsync();
        var result = await CopyOut.ToAsync(new DockerFiles(containers.Connection, target), "/big", Path.Join(_folder, "big"), new CopyOptions(), null, Token);
        Assert.Equal(64L << 20, result.Bytes);
    }

    [Fact]
    public async Task A_log_that_is_the_container_s_output_says_so()
    {
        var target = await _containers.CreateAsync(await _containers.ImageAsync(tar => tar.Link("var/log/app.log", "/dev/stdout")), "/none");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => CopyAsync(target, "/var/log/app.log", "log"));

        Assert.Contains("own output", error.Message, StringComparison.Ordinal);
        Assert.Contains("debugdeck logs", error.Hint, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _containers.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Target> BigAsync(OwnContainers containers, int megabytes)
    {
        var target = await containers.RunAsync("busybox:latest", "dd", "if=/dev/zero", "of=/big", "bs=1M", $"count={megabytes}");
        await containers.DockerAsync("wait", target.Name);
        return target;
    }

    private Task<CopyResult> CopyAsync(Target target, string path, string local) =>
        CopyOut.ToAsync(new DockerFiles(_containers.Connection, target), path, Path.Join(_folder, local), new CopyOptions(), null, Token);

#pragma warning disable CA1416 // an engine runs only on Linux here
    private string Describe(string name)
    {
        var root = Path.Join(_folder, name);
        var lines = new DirectoryInfo(root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => entry.LinkTarget is { } target
                ? $"d{entry.FullName[root.Length..]} -> {target}"
                : $"d{entry.FullName[root.Length..]} {Convert.ToString((int)entry.UnixFileMode, 8)} {(entry is FileInfo file ? File.ReadAllText(file.FullName) : "")} {entry.LastWriteTimeUtc:u}");
        return new StringBuilder().AppendJoin('\n', lines).ToString();
    }
#pragma warning restore CA1416

    private sealed class StopAfter(long bytes, Action stop) : IProgress<CopyProgress>
    {
        private bool _stopped;

        public long Seen { get; private set; }

        public void Report(CopyProgress value)
        {
            Seen = value.Bytes;
            if (value.Bytes >= bytes && !_stopped)
            {
                _stopped = true;
                stop();
            }
        }
    }
}
