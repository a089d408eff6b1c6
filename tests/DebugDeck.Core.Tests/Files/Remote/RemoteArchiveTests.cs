using System.Security.Cryptography;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Copying;

namespace DebugDeck.Core.Tests.Files.Remote;

/// <summary>The scripts that archive files and make their checksums, run by the shells that they may meet.</summary>
public sealed class RemoteArchiveTests : IDisposable
{
    private readonly RemoteTree _tree = new();

    public static TheoryData<string> Shells => RemoteTree.Shells;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _tree.Dispose();

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_folder_is_copied_with_its_checksums(string shell)
    {
        _tree.Write("app/one", "1");
        _tree.Write("app/sub/two", new string('2', 3_000_000));
        _tree.Write("app/-odd $name", "3");
        File.CreateSymbolicLink(_tree.At("current"), "/app");
        var files = _tree.Files(shell);
        var local = _tree.At("copy");

        var result = await CopyOut.ToAsync(files, "/current", local, new CopyOptions(), null, Token);
        var copying = _tree.Started;
        var hashes = await files.HashAsync("/current", Token);

        Assert.Equal(1, copying);
        Assert.Equal((3, 0), (result.Files, result.Warnings.Count));
        Assert.Equal(3, hashes.Count);
        Assert.All(hashes, hash => Assert.Equal(hash.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(local, hash.Key))))));
        Assert.Equal([""], (await files.HashAsync("/app/one", Token)).Keys);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task What_a_path_leads_to_is_archived_by_the_process_that_follows_it(string shell)
    {
        _tree.Write("etc/app.conf", "listen: 80\n");
        _tree.Write("etc/-v", "dash\n");
        File.CreateSymbolicLink(_tree.At("conf"), "/etc/app.conf");
        File.CreateSymbolicLink(_tree.At("etc/dangling"), "nowhere");
        var files = _tree.Files(shell);

        await using (var archive = await files.FollowAsync("/conf", Token))
        {
            Assert.Equal(("/etc/app.conf", FileKind.Regular, 11), (archive!.Source.Path, archive.Source.Kind, archive.Source.Size));
            Assert.Equal(["app.conf"], (await RemoteTree.UnpackAsync(archive.Tar)).Keys);
        }

        await using (var archive = await files.FollowAsync("/etc/-v", Token))
        {
            Assert.Equal("dash\n"u8.ToArray(), (await RemoteTree.UnpackAsync(archive!.Tar))["-v"]);
        }

        // What is none of it is for those who ask step by step, and tell what is wrong.
        Assert.Null(await files.FollowAsync("/", Token));
        Assert.Null(await files.FollowAsync("/no/such", Token));
        Assert.Null(await files.FollowAsync("/etc/dangling", Token));
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => CopyOut.ToAsync(files, "/etc/dangling", _tree.At("copy"), new CopyOptions(), null, Token));
        Assert.Equal("'/etc/dangling' is a link to '/etc/nowhere', which is not there", error.Message);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task The_root_is_archived_without_the_kernels_folders(string shell)
    {
        _tree.Write("etc/a", "a");
        _tree.Write(".hidden", "h");
        _tree.Write("proc/1/status", "no");
        _tree.Write("sys/x", "no");
        Directory.CreateDirectory(_tree.At("dev"));

        var entries = await RemoteTree.UnpackAsync(_tree.Files(shell), "/");

        Assert.Equal(["./.hidden", "./etc/", "./etc/a"], entries.Keys.Order(StringComparer.Ordinal));
    }
}
