using System.Diagnostics;
using DebugDeck.Core.Shells;
using Microsoft.Extensions.Time.Testing;

namespace DebugDeck.Core.Tests.Shells;

public sealed class ShellCacheTests : IDisposable
{
    private static readonly ShellKey Key = new("sha256:aa", "/bin=/bin@1");
    private static readonly ShellFinding Yes = new(ShellVerdict.Yes, "/bin/sh", ["/bin/sh is an executable file"]);
    private static readonly ContainerRun Run = new("c1", DateTimeOffset.UnixEpoch.AddTicks(7));

    private readonly FakeTimeProvider _clock = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-shells-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string CacheFolder => Path.Combine(_folder, "debugdeck");

    private string CacheFile => Path.Combine(CacheFolder, "shells.json");

    [Fact]
    public async Task What_one_process_saved_another_finds()
    {
        await SaveAsync(Key, Yes, Run);

        using var cache = new ShellCache(CacheFolder, _clock);

        Assert.Equivalent(Yes, await cache.FindAsync(Key, Token), strict: true);
        Assert.Equivalent(Yes, await cache.FindAsync(Run, Token), strict: true);
        Assert.Null(await cache.FindAsync(Key with { Folders = "/bin=/bin@2" }, Token));
        Assert.Null(await cache.FindAsync(Run with { StartedAt = null }, Token));
    }

    [Fact]
    public async Task That_a_containers_folders_are_the_images_is_trusted_for_half_a_minute_only()
    {
        await SaveAsync(Key, Yes, Run);
        using var cache = new ShellCache(CacheFolder, _clock);

        _clock.Advance(ShellCache.Fresh - TimeSpan.FromSeconds(1));
        Assert.NotNull(await cache.FindAsync(Run, Token));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await cache.FindAsync(Run, Token));
        Assert.NotNull(await cache.FindAsync(Key, Token));
    }

    [Fact]
    public async Task Nobody_else_may_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps permissions elsewhere");
        await SaveAsync(Key, Yes, Run);

#pragma warning disable CA1416 // skipped on Windows above
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(CacheFile));
#pragma warning restore CA1416
        Assert.Equal([CacheFile], Directory.GetFileSystemEntries(CacheFolder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"rules\":1}")]
    [InlineData("{\"rules\":0,\"images\":[{\"imageId\":\"sha256:aa\",\"folders\":\"/bin=/bin@1\",\"verdict\":\"No\",\"evidence\":[]}],\"runs\":[]}")]
    public async Task A_damaged_file_or_one_of_other_rules_counts_as_none(string content)
    {
        Directory.CreateDirectory(CacheFolder);
        await File.WriteAllTextAsync(CacheFile, content, Token);

        using (var cache = new ShellCache(CacheFolder, _clock))
        {
            Assert.Null(await cache.FindAsync(Key, Token));
        }

        await SaveAsync(Key, Yes, Run);
        using var next = new ShellCache(CacheFolder, _clock);
        Assert.NotNull(await next.FindAsync(Key, Token));
    }

    [Fact]
    public async Task Two_processes_that_save_keep_what_the_other_learnt()
    {
        using var first = new ShellCache(CacheFolder, _clock);
        using var second = new ShellCache(CacheFolder, _clock);
        var other = Key with { ImageId = "sha256:bb" };
        Assert.Null(await first.FindAsync(Key, Token));
        Assert.Null(await second.FindAsync(Key, Token));

        first.Remember(Key, Yes, Run);
        second.Remember(other, Yes, null);
        await first.SaveAsync(Token);
        await second.SaveAsync(Token);

        using var third = new ShellCache(CacheFolder, _clock);
        Assert.NotNull(await third.FindAsync(Key, Token));
        Assert.NotNull(await third.FindAsync(other, Token));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_no_error()
    {
        await File.WriteAllTextAsync(CacheFolder, "a file where the folder should be", Token);

        await SaveAsync(Key, Yes, Run);

        Assert.True(File.Exists(CacheFolder));
    }

    [Fact]
    public async Task Fifty_known_containers_are_answered_at_once()
    {
        var runs = Enumerable.Range(0, 50).Select(number => new ContainerRun($"c{number}", DateTimeOffset.UnixEpoch)).ToList();
        using (var cache = new ShellCache(CacheFolder, _clock))
        {
            foreach (var run in runs)
            {
                cache.Remember(Key with { ImageId = "sha256:" + run.ContainerId }, Yes, run);
            }

            await cache.SaveAsync(Token);
        }

        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var start = Stopwatch.GetTimestamp();
            using var cache = new ShellCache(CacheFolder, _clock);
            foreach (var run in runs)
            {
                Assert.NotNull(await cache.FindAsync(run, Token));
            }

            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
        }

        // The best of five, because other tests share the machine.
        Assert.InRange(best.TotalMilliseconds, 0, 50);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task SaveAsync(ShellKey key, ShellFinding finding, ContainerRun? run)
    {
        using var cache = new ShellCache(CacheFolder, _clock);
        cache.Remember(key, finding, run);
        await cache.SaveAsync(Token);
    }
}
