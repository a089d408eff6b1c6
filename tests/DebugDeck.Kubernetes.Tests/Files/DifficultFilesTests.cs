using System.Security.Cryptography;
using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files.Copying;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Files;
using DebugDeck.Kubernetes.Inventory;
using DebugDeck.Kubernetes.Sessions;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Files;

/// <summary>Copies of what is long, large, many or mostly holes, through the target's own tar and through a debug container's.</summary>
public sealed class DifficultFilesTests(Lab lab) : IClassFixture<Lab>, IAsyncLifetime
{
    private readonly TemporaryFolder _local = new();
    private readonly string _remote = $"/tmp/debugdeck-{Guid.NewGuid():N}";
    private Target _target = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _target = await lab.DebianAsync();
        await RunAsync($"mkdir {_remote}");
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync($"rm -rf {_remote}");
        _local.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Names_that_no_field_of_a_tar_header_holds_arrive_as_they_are(bool bySession)
    {
        // A name of more than 100 bytes, a path of more than 255, a link to it.
        var folder = string.Join('/', Enumerable.Repeat(new string('d', 120), 3));
        var name = new string('n', 200) + " ü\u00a0'\"$.txt";
        await RunAsync("mkdir -p \"$1\"; printf deep > \"$1/$2\"; ln -s \"$1/$2\" link", folder, name);

        var copy = await CopyAsync(bySession);

        Assert.Equal("deep", await File.ReadAllTextAsync(Path.Combine(copy, folder, name), Token));
        Assert.Equal($"{folder}/{name}", new FileInfo(Path.Combine(copy, "link")).LinkTarget);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_is_mostly_holes_arrives_with_all_its_zeros(bool bySession)
    {
        const int Size = 16 << 20;
        await RunAsync($"printf begin > holes; truncate -s {Size} holes 2>/dev/null || head -c {Size - 5} /dev/zero >> holes; printf end >> holes");

        var copy = Path.Combine(await CopyAsync(bySession), "holes");

        Assert.Equal(Size + 3, new FileInfo(copy).Length);
        await using var file = File.OpenRead(copy);
        Assert.Equal((await RunAsync("sha256sum < holes"))[..64], Convert.ToHexStringLower(await SHA256.HashDataAsync(file, Token)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tree_of_many_files_arrives_with_each_of_them(bool bySession)
    {
        const int Folders = 20;
        const int Each = 100;
        await RunAsync($"d=0; while [ $d -lt {Folders} ]; do mkdir $d; f=0; while [ $f -lt {Each} ]; do echo $d.$f > $d/$f; f=$((f+1)); done; d=$((d+1)); done");

        var copy = await CopyAsync(bySession);

        var found = Directory.GetFiles(copy, "*", SearchOption.AllDirectories);
        Assert.Equal(Folders * Each, found.Length);
        Assert.All(found, file => Assert.Equal($"{Path.GetFileName(Path.GetDirectoryName(file))}.{Path.GetFileName(file)}\n", File.ReadAllText(file)));
    }

    [Fact]
    public async Task A_large_file_arrives_whole_and_its_checksum_agrees()
    {
        // A GiB takes the practice cluster's memory; acceptance has a real one.
        var size = Lab.IsReal ? 1L << 30 : 64 << 20;
        await RunAsync($"head -c {size} /dev/zero > large; printf end >> large");
        var files = new PodFiles(Reach(), _target);
        var local = Path.Combine(_local.Path, "large");

        var copy = await CopyOut.ToAsync(files, $"{_remote}/large", local, new CopyOptions(), null, Token);

        Assert.Equal((size + 3, size + 3), (copy.Bytes, new FileInfo(local).Length));
        Assert.Equal(1, await CopyCheck.RunAsync(files, $"{_remote}/large", local, Token));
    }

    [Fact]
    public async Task Parts_of_a_large_file_come_without_the_rest_of_it()
    {
        await RunAsync("n=0; while [ $n -lt 5000 ]; do printf '%04d' $n; n=$((n+1)); done > large");

        var found = await new PodFiles(Reach(), _target).CaptureAsync(
            [new($"{_remote}/large", Limit: 4), new($"{_remote}/large", Limit: 8) { Offset = 16_000 }, new($"{_remote}/large", Limit: 100) { Offset = 19_996 }], Token);

        var file = found[$"{_remote}/large"]!;
        Assert.Equal(("0000", true), (found.Text(file.Path), file.IsCut));
        Assert.Equal("40004001", Encoding.ASCII.GetString(file.Slice(16_000, 8)!.Value.Span));
        Assert.Equal("4999", Encoding.ASCII.GetString(file.Slice(19_996, 100)!.Value.Span));
    }

    private async Task<string> CopyAsync(bool bySession)
    {
        var local = Path.Combine(_local.Path, "copy");
        if (!bySession)
        {
            await CopyOut.ToAsync(new PodFiles(Reach(), _target), _remote, local, new CopyOptions(), null, Token);
            return local;
        }

        await using var session = await Sessions().StartAsync(TestPlans.Ephemeral(_target), new Words(), Token);
        await CopyOut.ToAsync(session.Files, _remote, local, new CopyOptions(), null, Token);
        await session.EndAsync(Token);
        return local;
    }

    private async Task<string> RunAsync(string script, params string[] arguments)
    {
        await using var process = await new PodExec(lab.Admin).RunAsync(_target, new RemoteCommand(["sh", "-c", $"cd {_remote} 2>/dev/null; {script}", "test", .. arguments]), Token);
        var result = await RemoteOutput.OfAsync(process);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    private PodReach Reach() => new(new PodExec(lab.Admin), Sessions());

    private PodSessions Sessions() => new(lab.Admin, new PodExec(lab.Admin), new PodScope(NamespaceScope.All, "shop", []));
}
