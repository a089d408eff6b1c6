using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Files.Copying;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Files;
using DebugDeck.Kubernetes.Inventory;
using DebugDeck.Kubernetes.Sessions;
using DebugDeck.Kubernetes.Tests.Support;
using DebugDeck.Practice.Faults;

namespace DebugDeck.Kubernetes.Tests.Files;

public sealed class PodFilesTests(Lab lab) : IClassFixture<Lab>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_target_with_tools_is_read_by_them()
    {
        var target = await lab.DebianAsync();
        var files = new PodFiles(Reach(), target);

        Assert.Equal(FileReach.Process, await Reach().FindAsync(target, Token));
        await LookAroundAsync(files, "debian");
    }

    [Fact]
    public async Task A_target_without_tools_needs_a_session_and_is_then_read_through_it()
    {
        var target = await lab.TargetAsync("shop", "app", "checkout");
        var reach = Reach();
        Assert.Equal(FileReach.NewSession, await reach.FindAsync(target, Token));
        var refusal = await Assert.ThrowsAsync<DebugDeckException>(() => new PodFiles(reach, target).StatAsync("/etc", Token));
        Assert.Equal(ErrorKind.Failed, refusal.Kind);
        Assert.Contains($"debugdeck debug {target.Address} -n shop", refusal.Hint, StringComparison.Ordinal);

        await using var session = await Sessions().StartAsync(TestPlans.Ephemeral(target, TestPlans.SameUser), new Words(), Token);

        Assert.Equal(FileReach.RunningSession, await reach.FindAsync(target, Token));
        await LookAroundAsync(new PodFiles(reach, target), "distroless");
        await LookAroundAsync(session.Files, "distroless");
        await session.EndAsync(Token);
    }

    [Fact]
    public async Task A_session_that_sees_nothing_is_passed_over()
    {
        var target = await lab.TargetAsync("shop", "app", "dns-go", "checkout");
        await using var blind = await Sessions().StartAsync(TestPlans.Ephemeral(target, "{}"), new Words(), Token);
        await using var seeing = await Sessions().StartAsync(TestPlans.Ephemeral(target, limit: TimeSpan.FromMinutes(5)), new Words(), Token);

        Assert.NotNull(await new PodFiles(Reach(), target).StatAsync("/etc/passwd", Token));
        await blind.EndAsync(Token);
        await seeing.EndAsync(Token);
    }

    [Fact]
    public async Task Who_may_not_exec_has_no_way_in()
    {
        var target = await lab.DebianAsync();

        Assert.Equal(FileReach.NewSession, await Reach("readonly").FindAsync(target, Token));
    }

    [Fact]
    public async Task Who_may_only_create_reads_through_kubectl()
    {
        var connection = lab.As("execonly");
        var exec = new PodExec(connection, KubectlIdentity.For(connection.Context, lab.Kubeconfig("execonly")) with { Program = TestKit.TestKubectl.Require() });
        var reach = new PodReach(exec, new PodSessions(connection, exec, new PodScope(NamespaceScope.All, "shop", [])));

        await LookAroundAsync(new PodFiles(reach, await lab.DebianAsync()), "debian");
    }

    [Fact]
    public async Task A_volume_of_the_target_is_part_of_its_files()
    {
        var target = await lab.TargetAsync("shop", "web", "multi");
        var sidecar = await lab.TargetAsync("shop", "sidecar", "multi");
        var name = $"/data/note-{Guid.NewGuid():N}";
        await using (var write = await new PodExec(lab.Admin).RunAsync(sidecar, new Core.Debugging.RemoteCommand(["sh", "-c", $"echo shared > {name}; chmod 644 {name}"]), Token))
        {
            Assert.Equal(0, await write.ExitCodeAsync(Token));
        }

        await using var session = await Sessions().StartAsync(TestPlans.Ephemeral(target), new Words(), Token);

        Assert.Equal("shared\n", Encoding.UTF8.GetString(await session.Files.ReadAsync(name, 100, Token)));
        await session.EndAsync(Token);
    }

    [Fact]
    public async Task A_copy_that_is_cut_off_leaves_nothing()
    {
        var target = await lab.DebianAsync();
        var files = new PodFiles(Reach(), target);
        await files.StatAsync("/", Token);
        lab.Faults.Add(Fault.Cut($"GET */pods/{target.Name}/exec*tar*", afterBytes: 30_000) with { Times = 1 });
        var local = Path.Combine(_folder.Path, "usr");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => CopyOut.ToAsync(files, "/usr", local, new CopyOptions(), null, Token));

        Assert.Equal(ErrorKind.Unreachable, error.Kind);
        Assert.False(Directory.Exists(local));
    }

    [Fact]
    public async Task A_large_file_arrives_whole_at_a_slow_reader()
    {
        // As slow as a VPN on a real cluster, where the server would drop the tail (library-notes B.2); the practice cluster's does not.
        var (size, pause, runs) = Lab.IsReal ? (48 << 20, TimeSpan.FromMilliseconds(400), 3) : (8 << 20, TimeSpan.FromMilliseconds(20), 1);
        var target = await lab.DebianAsync();
        var exec = new PodExec(lab.Admin);
        var path = $"/tmp/debugdeck-{Guid.NewGuid():N}";
        await RunAsync(exec, target, $"head -c {size} /dev/urandom > {path}");
        try
        {
            var expected = (await RunAsync(exec, target, $"sha256sum < {path}"))[..64];
            for (var run = 0; run < runs; run++)
            {
                Assert.Equal(expected, await HashSlowlyAsync(new PodFiles(Reach(), target), path, pause));
            }
        }
        finally
        {
            await RunAsync(exec, target, $"rm {path}");
        }
    }

    private static async Task<string> HashSlowlyAsync(PodFiles files, string path, TimeSpan pause)
    {
        await using var tar = await files.ArchiveAsync(path, Token);
        await using var reader = new TarReader(tar, leaveOpen: true);
        var content = (await reader.GetNextEntryAsync(copyData: false, Token))!.DataStream!;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (int read; (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, Token)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await Task.Delay(pause, Token);
        }

        await tar.CopyToAsync(Stream.Null, Token);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<string> RunAsync(PodExec exec, Target target, string script)
    {
        await using var process = await exec.RunAsync(target, new Core.Debugging.RemoteCommand(["sh", "-c", script]), Token);
        var result = await RemoteOutput.OfAsync(process);
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException(result.Error);
    }

    private async Task LookAroundAsync(IContainerFiles files, string family)
    {
        var found = await files.CaptureAsync(
            [new("/etc/os-release"), new("/etc/passwd"), new("/etc/passwd", Limit: 4) { Offset = 5 }, new("/etc", FileWishKind.Listing), new("/no/such"), new("/bin", FileWishKind.Stat)], Token);
        Assert.Contains(family, found.Text("/etc/os-release")!, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("root:x:0:0:", found.Text("/etc/passwd"), StringComparison.Ordinal);
        Assert.Equal("x:0:", Encoding.ASCII.GetString(Assert.Single(found["/etc/passwd"]!.Pieces).Bytes.Span));
        Assert.Contains(found["/etc"]!.Listing!, entry => entry is { Name: "passwd", Kind: FileKind.Regular, UserId: 0 });
        Assert.Equal((null, null), (found["/no/such"]!.Entry, found["/no/such"]!.Error));
        var local = Path.Combine(_folder.Path, Guid.NewGuid().ToString("N"));
        var copy = await CopyOut.ToAsync(files, "/etc", local, new CopyOptions(), null, Token);
        Assert.Equal(found.Text("/etc/passwd"), await File.ReadAllTextAsync(Path.Combine(local, "passwd"), Token));
        Assert.True(copy.Files > 2);
    }

    private PodReach Reach(string user = "admin") => new(new PodExec(lab.As(user)), Sessions(user));

    private PodSessions Sessions(string user = "admin") => new(lab.As(user), new PodExec(lab.As(user)), new PodScope(NamespaceScope.All, "shop", []));
}
