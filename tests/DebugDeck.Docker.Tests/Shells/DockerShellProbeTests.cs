using System.Diagnostics;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Shells;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Shells;

public sealed class DockerShellProbeTests : IAsyncDisposable
{
    private readonly OwnContainers _containers = OwnContainers.OnTestEngine();
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-probe-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_of_one_static_binary_has_no_shell()
    {
        var image = await _containers.ImageAsync(tar => tar.Busybox("app"));

        var finding = await FindAsync(await _containers.CreateAsync(image, "/app"));

        Assert.Equal(ShellVerdict.No, finding.Verdict);
        Assert.Equal(5, finding.Evidence.Count);
    }

    [Fact]
    public async Task A_merged_usr_without_a_shell_is_no()
    {
        var image = await _containers.ImageAsync(tar => tar
            .Folder("usr/").Folder("usr/bin/").Link("bin", "usr/bin").Link("sbin", "usr/bin").Busybox("usr/bin/app").File("usr/bin/bash", "not for running"));

        var finding = await FindAsync(await _containers.CreateAsync(image, "/bin/app"));

        Assert.Equal(ShellVerdict.No, finding.Verdict);
        Assert.Contains("/bin/bash is a file that nobody may execute", finding.Evidence);
        Assert.Contains("/usr/bin leads to /usr/bin, which has been looked at", finding.Evidence);
    }

    [Fact]
    public async Task Busybox_beside_a_distroless_image_is_found()
    {
        var image = await _containers.ImageAsync(tar => tar.Folder("bin/").Folder("usr/bin/").Busybox("busybox/busybox").Link("busybox/sh", "busybox"));

        var finding = await FindAsync(await _containers.CreateAsync(image, "/busybox/sh"));

        Assert.Equal((ShellVerdict.Yes, "/busybox/sh"), (finding.Verdict, finding.Path));
        Assert.Equal(["/busybox/sh is a link to /busybox/busybox, an executable file"], finding.Evidence);
    }

    [Fact]
    public async Task Links_that_lead_nowhere_or_in_circles_are_no_shells()
    {
        var image = await _containers.ImageAsync(tar => tar
            .Busybox("app").Folder("bin/").Link("bin/sh", "/bin/dash").Link("bin/bash", "ash").Link("bin/ash", "bash").Folder("usr/").File("usr/bin", "a file"));

        var finding = await FindAsync(await _containers.CreateAsync(image, "/app"));

        Assert.Equal(ShellVerdict.No, finding.Verdict);
        Assert.Contains("/bin/sh is a link to /bin/dash, which is not there", finding.Evidence);
        Assert.Contains("/bin/bash is a link that leads back to itself", finding.Evidence);
        Assert.Contains("/usr/bin is not a directory", finding.Evidence);
    }

    [Fact]
    public async Task Every_state_of_a_container_is_looked_at_alike()
    {
        var created = await _containers.CreateAsync("busybox:latest", "true");
        var running = await _containers.SleeperAsync("--read-only", "--user", "65532:65532", "--cap-drop", "ALL");
        var paused = await _containers.SleeperAsync();
        await _containers.DockerAsync("pause", paused.Name);
        var exited = await _containers.RunAsync("busybox:latest", "true");
        await _containers.DockerAsync("wait", exited.Name);
        var restarting = await _containers.RunAsync("--restart", "always", "busybox:latest", "false");

        foreach (var target in new[] { created, running, paused, exited, restarting })
        {
            // Each is looked at on its own, not answered for the image.
            Assert.Equal("/bin/sh", (await FindAsync(await _containers.TargetAsync(target.Id), Guid.NewGuid().ToString("N"))).Path);
        }

        await _containers.DockerAsync("unpause", paused.Name);
    }

    [Fact]
    public async Task A_shell_added_to_one_container_is_not_taken_for_the_image_s()
    {
        var image = await _containers.ImageAsync(tar => tar.Busybox("app").Folder("bin/"));
        var changed = await _containers.CreateAsync(image, "/app");
        await _containers.DockerAsync("cp", "/bin/busybox", $"{changed.Name}:/bin/busybox");
        var untouched = await _containers.CreateAsync(image, "/app");

        Assert.Equal("/bin/busybox", (await FindAsync(changed)).Path);
        Assert.Equal(ShellVerdict.No, (await FindAsync(untouched)).Verdict);
    }

    [Fact]
    public async Task A_volume_over_a_folder_is_looked_into_every_time()
    {
        var volume = _containers.NewVolume();
        var writer = await _containers.SleeperAsync("--volume", $"{volume}:/out");
        var image = await _containers.ImageAsync(tar => tar.Busybox("app"));
        var target = await _containers.CreateAsync("--volume", $"{volume}:/busybox", image, "/app");

        Assert.Equal(ShellVerdict.No, (await FindAsync(target)).Verdict);
        await _containers.DockerAsync("exec", writer.Name, "cp", "/bin/busybox", "/out/sh");

        Assert.Equal("/busybox/sh", (await FindAsync(target)).Path);
    }

    [Fact]
    public async Task A_memory_file_system_over_a_folder_makes_no_an_unknown()
    {
        var image = await _containers.ImageAsync(tar => tar.Busybox("app"));

        var finding = await FindAsync(await _containers.CreateAsync("--tmpfs", "/usr/local/bin", "--tmpfs", "/tmp", image, "/app"));

        Assert.Equal(ShellVerdict.Unknown, finding.Verdict);
        Assert.Contains("/usr/local/bin is a file system in memory, which the engine cannot look into", finding.Evidence);
    }

    [Fact]
    public async Task A_removed_container_is_not_found()
    {
        var target = await _containers.CreateAsync("busybox:latest");
        await _containers.DockerAsync("rm", target.Name);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => FindAsync(target));

        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task Fifty_containers_are_known_within_a_second_and_then_at_once()
    {
        var image = await _containers.ImageAsync(tar => tar.Busybox("app").Folder("bin/").Folder("usr/").Folder("usr/bin/").Folder("sbin/"));
        var targets = await _containers.CreateManyAsync(50, image, "/app");

        await FindAsync(targets[0], "warm-up");
        var cold = await TimeAsync(targets);
        var warm = TimeSpan.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            warm = TimeSpan.FromTicks(Math.Min(warm.Ticks, (await TimeAsync(targets)).Ticks));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"cold {cold.TotalMilliseconds:0} ms, warm {warm.TotalMilliseconds:0.0} ms");
        // The best of three and generous, because the rest of the suite runs beside it; the figures of a quiet machine are in docs/performance.md.
        Assert.InRange(cold.TotalSeconds, 0, 5);
        Assert.InRange(warm.TotalMilliseconds, 0, 50);
    }

    public async ValueTask DisposeAsync()
    {
        await _containers.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<TimeSpan> TimeAsync(IReadOnlyList<Target> targets)
    {
        using var cache = new ShellCache(_folder, TimeProvider.System);
        using var probe = new DockerShellProbe(_containers.Connection, cache);
        var start = Stopwatch.GetTimestamp();
        var findings = await Task.WhenAll(targets.Select(target => probe.FindAsync(target, Token)));
        var taken = Stopwatch.GetElapsedTime(start);
        Assert.All(findings, finding => Assert.Equal(ShellVerdict.No, finding.Verdict));
        return taken;
    }

    private async Task<ShellFinding> FindAsync(Target target, string cacheName = "cache")
    {
        using var cache = new ShellCache(Path.Combine(_folder, cacheName), TimeProvider.System);
        using var probe = new DockerShellProbe(_containers.Connection, cache);
        return await probe.FindAsync(target, Token);
    }
}
