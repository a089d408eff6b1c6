using CsCheck;
using DebugDeck.Core.Shells;

namespace DebugDeck.Core.Tests.Shells;

public sealed class ShellSearchTests
{
    private readonly FileTree _tree = new();

    [Fact]
    public async Task A_plain_shell_is_found_with_the_file_as_evidence()
    {
        _tree.Folder("/bin").Executable("/bin/sh");

        var finding = await SearchAsync();

        Assert.Equal((ShellVerdict.Yes, "/bin/sh"), (finding.Verdict, finding.Path));
        Assert.Equal(["/bin/sh is an executable file"], finding.Evidence);
    }

    [Fact]
    public async Task An_empty_container_has_no_shell_and_every_folder_is_named()
    {
        var finding = await SearchAsync();

        Assert.Equal(ShellVerdict.No, finding.Verdict);
        Assert.Null(finding.Path);
        Assert.Equal(["/bin is not there", "/usr/bin is not there", "/busybox is not there", "/usr/local/bin is not there", "/sbin is not there"], finding.Evidence);
        Assert.Equal(5, _tree.Questions);
    }

    [Fact]
    public async Task A_merged_usr_is_looked_at_once_for_the_names_of_both()
    {
        _tree.Link("/bin", "usr/bin").Folder("/usr/bin").Executable("/usr/bin/zsh");

        var finding = await SearchAsync();

        Assert.Equal((ShellVerdict.Yes, "/bin/zsh"), (finding.Verdict, finding.Path));
    }

    [Fact]
    public async Task A_folder_seen_before_is_said_to_be_so()
    {
        _tree.Link("/bin", "usr/bin").Link("/sbin", "/usr/bin").Folder("/usr/bin");

        var finding = await SearchAsync();

        Assert.Contains("/bin has no sh, bash, ash, dash, busybox, zsh, pwsh", finding.Evidence);
        Assert.Contains("/usr/bin leads to /usr/bin, which has been looked at", finding.Evidence);
        Assert.Contains("/sbin leads to /usr/bin, which has been looked at", finding.Evidence);
    }

    [Fact]
    public async Task Only_busybox_of_a_debug_image_is_found()
    {
        _tree.Folder("/bin").Folder("/busybox").Executable("/busybox/sh");

        Assert.Equal("/busybox/sh", (await SearchAsync()).Path);
    }

    [Fact]
    public async Task A_chain_of_links_is_followed()
    {
        _tree.Folder("/bin").Link("/bin/sh", "/etc/alternatives/sh").Link("/etc/alternatives/sh", "../../opt/dash").Executable("/opt/dash");

        var finding = await SearchAsync();

        Assert.Equal("/bin/sh", finding.Path);
        Assert.Equal(["/bin/sh is a link to /opt/dash, an executable file"], finding.Evidence);
    }

    [Fact]
    public async Task What_only_looks_like_a_shell_is_evidence_and_not_a_shell()
    {
        _tree.Folder("/bin").Link("/bin/sh", "/nowhere").File("/bin/bash").Folder("/bin/ash").Link("/bin/dash", "busybox").Link("/bin/busybox", "dash");

        var finding = await SearchAsync();

        Assert.Equal(ShellVerdict.No, finding.Verdict);
        Assert.Equal(
            [
                "/bin/sh is a link to /nowhere, which is not there",
                "/bin/bash is a file that nobody may execute",
                "/bin/ash is not a file",
                "/bin/dash is a link that leads back to itself",
                "/bin/busybox is a link that leads back to itself",
            ],
            finding.Evidence.Take(5));
    }

    [Fact]
    public async Task A_folder_that_the_host_cannot_see_makes_no_a_guess()
    {
        _tree.Folder("/bin").Folder("/usr/bin");
        var token = TestContext.Current.CancellationToken;

        var folders = await ShellFolders.LookAsync(_tree.StatAsync, folder => folder == "/bin", token);
        var finding = await ShellSearch.FindAsync(folders, _tree.StatAsync, token);

        Assert.Equal(ShellVerdict.Unknown, finding.Verdict);
        Assert.Contains("/bin is a file system in memory, which the engine cannot look into", finding.Evidence);
    }

    [Fact]
    public async Task A_name_that_is_a_folder_link_to_a_file_is_no_folder()
    {
        _tree.Link("/bin", "/data").File("/data");

        Assert.Contains("/bin, a link to /data, is not a directory", (await SearchAsync()).Evidence);
    }

    [Fact]
    public async Task Whatever_lies_in_the_folders_a_verdict_is_yes_exactly_if_some_shell_can_be_executed()
    {
        string[] folders = ["/bin", "/usr/bin", "/busybox", "/usr/local/bin", "/sbin"];
        string[] names = ["sh", "busybox"];
        string[] kinds = ["missing", "executable", "file", "dangling", "folder", "link"];
        var gen = Gen.Int[0, kinds.Length - 1].Array[folders.Length * names.Length];
        await gen.SampleAsync(async choice =>
        {
            var tree = new FileTree().Executable("/opt/shell");
            var any = false;
            for (var i = 0; i < choice.Length; i++)
            {
                var folder = folders[i / names.Length];
                var path = $"{folder}/{names[i % names.Length]}";

                // Only /bin, /usr/bin and so on that hold something exist, as in real images; /usr/local/bin lists no busybox.
                var (kind, counts) = (kinds[choice[i]], path != "/usr/local/bin/busybox");
                any |= counts && (kind is "executable" or "link");
                _ = kind switch
                {
                    "executable" => tree.Folder(folder).Executable(path),
                    "file" => tree.Folder(folder).File(path),
                    "dangling" => tree.Folder(folder).Link(path, "../gone/sh"),
                    "folder" => tree.Folder(folder).Folder(path),
                    "link" => tree.Folder(folder).Link(path, "/opt/shell"),
                    _ => tree,
                };
            }

            var finding = await ShellSearch.FindAsync(tree.StatAsync, CancellationToken.None);
            return (finding.Verdict == ShellVerdict.Yes) == any && (finding.Path is not null) == any && finding.Evidence.Count > 0;
        });
    }

    private Task<ShellFinding> SearchAsync() => ShellSearch.FindAsync(_tree.StatAsync, TestContext.Current.CancellationToken);
}
