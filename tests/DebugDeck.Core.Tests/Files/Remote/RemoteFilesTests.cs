using System.Diagnostics;
using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Files.Remote;

namespace DebugDeck.Core.Tests.Files.Remote;

/// <summary>The scripts that read files, run by the shells that they may meet.</summary>
public sealed class RemoteFilesTests : IDisposable
{
    private readonly RemoteTree _tree = new();

    public static TheoryData<string> Shells => RemoteTree.Shells;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _tree.Dispose();

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Many_wishes_are_granted_by_one_process(string shell)
    {
        _tree.Write("etc/os-release", "ID=test\n");
        _tree.Write("etc/empty", "");
        _tree.Write("bin/tool", "\u007fELF\0\n\0binary\n");
        File.CreateSymbolicLink(_tree.At("etc/link"), "os-release");
        File.CreateSymbolicLink(_tree.At("etc/dangling"), "nowhere");
        _tree.Write("big", new string('x', 5000));
        var files = _tree.Files(shell);

        var found = await files.CaptureAsync(
            [
                new("/etc/os-release"), new("/etc/empty"), new("/bin/tool"), new("/etc/link"), new("/etc/dangling"), new("/no/such"), new("/etc/os-release/below"),
                new("/big", Limit: 100), new("/etc", FileWishKind.Listing), new("/etc", FileWishKind.Stat), new("/bin", FileWishKind.Listing, 1),
            ],
            Token);

        Assert.Equal(1, _tree.Started);
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
        _tree.Write("etc/passwd", "inside\n");
        File.CreateSymbolicLink(_tree.At("absolute"), "/etc/passwd");
        File.CreateSymbolicLink(_tree.At("folder"), "/etc");
        File.CreateSymbolicLink(_tree.At("climbing"), "../../../../../../../../etc/passwd");
        File.CreateSymbolicLink(_tree.At("hostname"), "/etc/hostname");
        var files = _tree.Files(shell);

        foreach (var path in (string[])["/absolute", "/folder/passwd", "/climbing", "/folder/../folder/passwd"])
        {
            Assert.Equal("inside\n", Encoding.UTF8.GetString(await files.ReadAsync(path, 100, Token)));
        }

        // This machine has one; the target has none.
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<DebugDeckException>(() => files.ReadAsync("/hostname", 100, Token))).Kind);
        Assert.Equal(["passwd"], (await files.ListAsync("/folder", Token).ToListAsync(Token)).Select(entry => entry.Name));
        Assert.Equal(["passwd"], (await RemoteTree.UnpackAsync(files, "/folder/passwd")).Keys);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Links_in_a_circle_end(string shell)
    {
        File.CreateSymbolicLink(_tree.At("one"), "two");
        File.CreateSymbolicLink(_tree.At("two"), "/one");
        var files = _tree.Files(shell);

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
            _tree.Write($"d/{name}", name);
        }

        File.CreateSymbolicLink(_tree.At("d/x -> y"), "z' -> w");
        _tree.Write("d/line\nbreak", "broken");
        var files = _tree.Files(shell);

        var found = await files.CaptureAsync([new("/d", FileWishKind.Listing), .. names.Select(name => new FileWish($"/d/{name}"))], Token);

        Assert.Equal([.. names.Append("x -> y").Append("line\nbreak").Order(StringComparer.Ordinal)], found["/d"]!.Listing!.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal("z' -> w", found["/d"]!.Listing!.Single(entry => entry.Name == "x -> y").LinkTarget);
        Assert.All(names, name => Assert.Equal(name, found.Text($"/d/{name}")));
        Assert.Equal(names.Length + 2 + 1, (await RemoteTree.UnpackAsync(files, "/d")).Count);
        Assert.Equal("-rf", Encoding.UTF8.GetString((await RemoteTree.UnpackAsync(files, "/d/-rf"))["-rf"]));
        Assert.Contains("line\nbreak", found["/d"]!.Listing!.Select(entry => entry.Name));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task What_the_kernel_makes_up_is_read_although_it_has_no_size(string shell)
    {
        var files = _tree.Files(shell, "/");

        var found = await files.CaptureAsync([new("/proc/version"), new("/proc/self/status", Limit: 10)], Token);

        Assert.Equal(await File.ReadAllTextAsync("/proc/version", Token), found.Text("/proc/version"));
        Assert.Equal((10, true), (found["/proc/self/status"]!.Content?.Length ?? 10, found["/proc/self/status"]!.IsCut || found["/proc/self/status"]!.Target is null));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task What_is_not_a_file_is_not_opened(string shell)
    {
        using (var made = Process.Start("mkfifo", _tree.At("pipe")))
        {
            await made.WaitForExitAsync(Token);
        }

        var files = _tree.Files(shell);

        Assert.Equal(FileKind.Pipe, (await files.StatAsync("/pipe", Token))!.Kind);
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => files.ReadAsync("/pipe", 10, Token));
        Assert.Contains("is not a file", error.Message, StringComparison.Ordinal);
    }

    // Debian's busybox finds its own applets whatever the path says.
    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public async Task A_missing_tool_is_named(string shell)
    {
        var files = new RemoteFiles(new RemotePlace((command, _) => Task.FromResult(WithoutPath(shell, command)), new DebugSurroundings(_tree.Root), "web"));

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => files.StatAsync("/", Token));
        var archive = await Assert.ThrowsAsync<DebugDeckException>(() => RemoteTree.UnpackAsync(files, "/"));

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

    // A shell of its own path, whose scripts find nothing but what is built in.
    private static IRemoteProcess WithoutPath(string shell, RemoteCommand command) =>
        LocalProcess.Start(shell, command with { Arguments = [command.Arguments[0], "-c", "PATH=/nowhere\n" + command.Arguments[2], .. command.Arguments.Skip(3)] });
}
