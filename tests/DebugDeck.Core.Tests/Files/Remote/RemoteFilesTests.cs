using System.Diagnostics;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Files.Copying;
using DebugDeck.Core.Files.Remote;

namespace DebugDeck.Core.Tests.Files.Remote;

/// <summary>The scripts that read files, run by the shells that they may meet: busybox with its own applets; dash and bash with GNU's programs.</summary>
public sealed class RemoteFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("debugdeck-root-").FullName;
    private int _started;

    public static TheoryData<string> Shells => ["busybox", "dash", "bash"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Many_wishes_are_granted_by_one_process(string shell)
    {
        Write("etc/os-release", "ID=test\n");
        Write("etc/empty", "");
        Write("bin/tool", "\u007fELF\0\n\0binary\n");
        File.CreateSymbolicLink(At("etc/link"), "os-release");
        File.CreateSymbolicLink(At("etc/dangling"), "nowhere");
        Write("big", new string('x', 5000));
        var files = Files(shell);

        var found = await files.CaptureAsync(
            [
                new("/etc/os-release"), new("/etc/empty"), new("/bin/tool"), new("/etc/link"), new("/etc/dangling"), new("/no/such"), new("/etc/os-release/below"),
                new("/big", Limit: 100), new("/etc", FileWishKind.Listing), new("/etc", FileWishKind.Stat), new("/bin", FileWishKind.Listing, 1),
            ],
            Token);

        Assert.Equal(1, _started);
        Assert.Equal("ID=test\n", found.Text("/etc/os-release"));
        Assert.Equal("", found.Text("/etc/empty"));
        Assert.Equal("\u007fELF\0\n\0binary\n", found.Text("/bin/tool"));
        Assert.Equal((FileKind.Link, "os-release", "/etc/os-release"), (found["/etc/link"]!.Entry!.Kind, found["/etc/link"]!.Entry!.LinkTarget, found["/etc/link"]!.Target!.Path));
        Assert.Equal("ID=test\n", found.Text("/etc/link"));
        Assert.Equal((true, false), (found["/etc/dangling"]!.Entry is not null, found.Exists("/etc/dangling")));
        Assert.Equal((null, null), (found["/no/such"]!.Entry, found["/no/such"]!.Error));
        Assert.Equal((null, null), (found["/etc/os-release/below"]!.Entry, found["/etc/os-release/below"]!.Error));
        Assert.Equal((100, true, 5000), (found["/big"]!.Content!.Value.Length, found["/big"]!.IsCut, found["/big"]!.Entry!.Size));
        Assert.Equal(["dangling", "empty", "link", "os-release"], found["/etc"]!.Listing!.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal("nowhere", found["/etc"]!.Listing!.Single(entry => entry.Name == "dangling").LinkTarget);
        Assert.False(found["/bin"]!.IsCut);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task An_absolute_link_leads_to_the_targets_own_file(string shell)
    {
        Write("etc/passwd", "inside\n");
        File.CreateSymbolicLink(At("absolute"), "/etc/passwd");
        File.CreateSymbolicLink(At("folder"), "/etc");
        File.CreateSymbolicLink(At("climbing"), "../../../../../../../../etc/passwd");
        File.CreateSymbolicLink(At("hostname"), "/etc/hostname");
        var files = Files(shell);

        foreach (var path in (string[])["/absolute", "/folder/passwd", "/climbing", "/folder/../folder/passwd"])
        {
            Assert.Equal("inside\n", Encoding.UTF8.GetString(await files.ReadAsync(path, 100, Token)));
        }

        // This machine has one; the target has none.
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<DebugDeckException>(() => files.ReadAsync("/hostname", 100, Token))).Kind);
        Assert.Equal(["passwd"], (await files.ListAsync("/folder", Token).ToListAsync(Token)).Select(entry => entry.Name));
        Assert.Equal(["passwd"], (await UnpackAsync(files, "/folder/passwd")).Keys);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Links_in_a_circle_end(string shell)
    {
        File.CreateSymbolicLink(At("one"), "two");
        File.CreateSymbolicLink(At("two"), "/one");
        var files = Files(shell);

        Assert.Equal(FileKind.Link, (await files.StatAsync("/one", Token))!.Kind);
        await Assert.ThrowsAsync<DebugDeckException>(() => files.ReadAsync("/one", 10, Token));
        await Assert.ThrowsAsync<DebugDeckException>(() => files.StatAsync("/one/below", Token));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Names_of_every_kind_are_read_as_they_are(string shell)
    {
        string[] names = [" leading", "trailing ", "-rf", "it's", "\"q\"", "$(id)", "a*b", "back\\slash", "日本語", ".hidden", "..two", new string('n', 250), "a -> b"];
        foreach (var name in names)
        {
            Write($"d/{name}", name);
        }

        File.CreateSymbolicLink(At("d/x -> y"), "z' -> w");
        Write("d/line\nbreak", "broken");
        var files = Files(shell);

        var found = await files.CaptureAsync([new("/d", FileWishKind.Listing), .. names.Select(name => new FileWish($"/d/{name}"))], Token);

        Assert.Equal([.. names.Append("x -> y").Append("line\nbreak").Order(StringComparer.Ordinal)], found["/d"]!.Listing!.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal("z' -> w", found["/d"]!.Listing!.Single(entry => entry.Name == "x -> y").LinkTarget);
        Assert.All(names, name => Assert.Equal(name, found.Text($"/d/{name}")));
        Assert.Equal(names.Length + 2 + 1, (await UnpackAsync(files, "/d")).Count);
        Assert.Equal("-rf", Encoding.UTF8.GetString((await UnpackAsync(files, "/d/-rf"))["-rf"]));
        Assert.Contains("line\nbreak", found["/d"]!.Listing!.Select(entry => entry.Name));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task What_the_kernel_makes_up_is_read_although_it_has_no_size(string shell)
    {
        var files = Files(shell, "/");

        var found = await files.CaptureAsync([new("/proc/version"), new("/proc/self/status", Limit: 10)], Token);

        Assert.Equal(await File.ReadAllTextAsync("/proc/version", Token), found.Text("/proc/version"));
        Assert.Equal((10, true), (found["/proc/self/status"]!.Content?.Length ?? 10, found["/proc/self/status"]!.IsCut || found["/proc/self/status"]!.Target is null));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task What_is_not_a_file_is_not_opened(string shell)
    {
        using (var made = Process.Start("mkfifo", At("pipe")))
        {
            await made.WaitForExitAsync(Token);
        }

        var files = Files(shell);

        Assert.Equal(FileKind.Pipe, (await files.StatAsync("/pipe", Token))!.Kind);
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => files.ReadAsync("/pipe", 10, Token));
        Assert.Contains("is not a file", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_folder_is_copied_with_its_checksums(string shell)
    {
        Write("app/one", "1");
        Write("app/sub/two", new string('2', 3_000_000));
        Write("app/-odd $name", "3");
        File.CreateSymbolicLink(At("current"), "/app");
        var files = Files(shell);
        var local = Path.Combine(_root, "copy");

        var result = await CopyOut.ToAsync(files, "/current", local, new CopyOptions(), null, Token);
        var copying = _started;
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
        Write("etc/app.conf", "listen: 80\n");
        Write("etc/-v", "dash\n");
        File.CreateSymbolicLink(At("conf"), "/etc/app.conf");
        File.CreateSymbolicLink(At("etc/dangling"), "nowhere");
        var files = Files(shell);

        await using (var archive = await files.FollowAsync("/conf", Token))
        {
            Assert.Equal(("/etc/app.conf", FileKind.Regular, 11), (archive!.Source.Path, archive.Source.Kind, archive.Source.Size));
            Assert.Equal(["app.conf"], (await UnpackAsync(archive.Tar)).Keys);
        }

        await using (var archive = await files.FollowAsync("/etc/-v", Token))
        {
            Assert.Equal("dash\n"u8.ToArray(), (await UnpackAsync(archive!.Tar))["-v"]);
        }

        // What is none of it is for those who ask step by step, and tell what is wrong.
        Assert.Null(await files.FollowAsync("/", Token));
        Assert.Null(await files.FollowAsync("/no/such", Token));
        Assert.Null(await files.FollowAsync("/etc/dangling", Token));
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => CopyOut.ToAsync(files, "/etc/dangling", At("copy"), new CopyOptions(), null, Token));
        Assert.Equal("'/etc/dangling' is a link to '/etc/nowhere', which is not there", error.Message);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task The_root_is_archived_without_the_kernels_folders(string shell)
    {
        Write("etc/a", "a");
        Write(".hidden", "h");
        Write("proc/1/status", "no");
        Write("sys/x", "no");
        Directory.CreateDirectory(At("dev"));

        var entries = await UnpackAsync(Files(shell), "/");

        Assert.Equal(["./.hidden", "./etc/", "./etc/a"], entries.Keys.Order(StringComparer.Ordinal));
    }

    // Debian's busybox finds its own applets whatever the path says.
    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public async Task A_missing_tool_is_named(string shell)
    {
        var files = new RemoteFiles(new RemotePlace((command, _) => Task.FromResult(WithoutPath(shell, command)), new DebugSurroundings(_root), "web"));

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => files.StatAsync("/", Token));
        var archive = await Assert.ThrowsAsync<DebugDeckException>(() => UnpackAsync(files, "/"));

        Assert.StartsWith("the files cannot be read from there: stat", error.Message, StringComparison.Ordinal);
        Assert.Contains("tar", archive.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scripts_fit_into_the_address_of_a_request()
    {
        var place = new RemotePlace((_, _) => throw new InvalidOperationException(), new DebugSurroundings("/proc/12345/root"), "web");
        var end = EndWord.Create();

        // Proxies before an API server often take no more than 8 KiB, and the practice cluster's server is one that does not.
        Assert.InRange(RemoteScripts.Look(place, end).Sum(argument => Uri.EscapeDataString(argument).Length + 9), 1, 6500);
        Assert.InRange(RemoteScripts.FollowedArchive(place, "/path", end).Sum(argument => Uri.EscapeDataString(argument).Length + 9), 1, 6500);
        Assert.InRange(RemoteScripts.Archive(place, "/path", end).Sum(argument => Uri.EscapeDataString(argument).Length + 9), 1, 6500);
    }

    private RemoteFiles Files(string shell, string? root = null) => new(new RemotePlace(
        (command, _) =>
        {
            _started++;
            return Task.FromResult(LocalProcess.Start(shell, command));
        },
        new DebugSurroundings(root ?? _root),
        "web"));

    // A shell of its own path, whose scripts find nothing but what is built in.
    private static IRemoteProcess WithoutPath(string shell, RemoteCommand command) =>
        LocalProcess.Start(shell, command with { Arguments = [command.Arguments[0], "-c", "PATH=/nowhere\n" + command.Arguments[2], .. command.Arguments.Skip(3)] });

    private static async Task<Dictionary<string, byte[]>> UnpackAsync(RemoteFiles files, string path)
    {
        await using var tar = await files.ArchiveAsync(path, Token);
        return await UnpackAsync(tar);
    }

    private static async Task<Dictionary<string, byte[]>> UnpackAsync(Stream tar)
    {
        var entries = new Dictionary<string, byte[]>();
        await using var reader = new TarReader(tar);
        while (await reader.GetNextEntryAsync(copyData: true, Token) is { } entry)
        {
            var content = new MemoryStream();
            await (entry.DataStream?.CopyToAsync(content, Token) ?? Task.CompletedTask);
            entries[entry.Name] = content.ToArray();
        }

        return entries;
    }

    private string At(string path) => Path.Combine(_root, path);

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), content);
    }
}
