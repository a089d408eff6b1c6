using System.Formats.Tar;
using System.Text;
using CsCheck;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Copying;
using DebugDeck.Core.Files.Extraction;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Files.Extraction;

public sealed class HostileTarTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-tar-").FullName;
    private readonly ExtractReport _report = new(new CopyMeter(new CopyOptions(), null));

    private string Destination => Path.Combine(_folder, "copy");

    [Theory]
    [InlineData("../escaped")]
    [InlineData("top/../../escaped")]
    [InlineData("top/a/../../../escaped")]
    [InlineData("/escaped")]
    [InlineData("other/escaped")]
    public async Task A_name_that_leads_elsewhere_is_left_out(string name)
    {
        await ExtractAsync(tar => tar.File(name, "evil").File("top/good", "good"));

        Assert.Equal(["good"], Names());
        Assert.Equal([$"left out '{name}': its name leads out of the copy"], _report.Warnings);
        Assert.Equal(["copy"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_through_a_link_of_the_same_archive_gets_nowhere()
    {
        await ExtractAsync(tar => tar.Link("top/out", "..").Link("top/abs", _folder).File("top/out/escaped", "evil").File("top/abs/escaped", "evil"));

        Assert.Equal(["copy"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
        Assert.Equal(["abs", "abs/escaped", "out", "out/escaped"], Names());
        Assert.All(Directory.GetDirectories(Destination), path => Assert.Null(new DirectoryInfo(path).LinkTarget));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../etc/passwd")]
    [InlineData("../escaped")]
    [InlineData("inner/../../../escaped")]
    public async Task A_link_that_leads_out_is_left_out(string target)
    {
        await ExtractAsync(tar => tar.Link("top/link", target));

        Assert.Empty(Names());
        Assert.Equal([$"left out 'top/link': it is a link to '{target}', outside of the copy"], _report.Warnings);
    }

    [Fact]
    public async Task A_link_that_stays_inside_is_kept_even_if_it_leads_nowhere()
    {
        await ExtractAsync(tar => tar.Folder("top/a/").Link("top/a/up", "../b").Link("top/gone", "missing").File("top/b", "b"));

        Assert.Equal("../b", new FileInfo(Path.Combine(Destination, "a/up")).LinkTarget);
        Assert.Equal("missing", new FileInfo(Path.Combine(Destination, "gone")).LinkTarget);
        Assert.Empty(_report.Warnings);
    }

    [Fact]
    public async Task A_hard_link_is_made_only_to_a_file_of_the_archive()
    {
        await ExtractAsync(tar => tar
            .File("top/a", "content").HardLink("top/b", "top/a").HardLink("top/passwd", "/etc/passwd").HardLink("top/up", "../a").HardLink("top/self", "top/self"));

        Assert.Equal(["a", "b"], Names());
        Assert.Equal("content", File.ReadAllText(Path.Combine(Destination, "b")));
        Assert.Equal(3, _report.Warnings.Count);
    }

    [Fact]
    public async Task Devices_and_pipes_are_not_made()
    {
        await ExtractAsync(tar =>
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.CharacterDevice, "top/null") { DeviceMajor = 1, DeviceMinor = 3 });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.BlockDevice, "top/disk") { DeviceMajor = 8, DeviceMinor = 0 });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.Fifo, "top/pipe"));
        });

        Assert.Empty(Names());
        Assert.Equal(3, _report.Warnings.Count);
    }

    [Fact]
    public async Task Power_bits_are_dropped_and_what_we_could_not_clean_up_is_ours()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes are Unix'");
        await ExtractAsync(tar => tar.File("top/setuid", "x", 0xFED).Folder("top/closed/", 0).File("top/closed/in", "x", 0x124).File("top/open", "x", 0x1B6));

        Assert.Equal("755", Mode("setuid"));
        Assert.Equal("700", Mode("closed"));
        Assert.Equal("644", Mode("closed/in"));
        Assert.Equal("666", Mode("open"));
    }

    [Fact]
    public async Task A_file_used_as_a_folder_and_a_folder_used_as_a_file_are_left_out()
    {
        await ExtractAsync(tar => tar.File("top/a", "file").File("top/a/b", "x").Folder("top/c/").File("top/c", "x").Folder("top/a/"));

        Assert.Equal(["a", "c"], Names());
        Assert.Equal("file", File.ReadAllText(Path.Combine(Destination, "a")));
        Assert.Equal(3, _report.Warnings.Count);
    }

    [Fact]
    public async Task Long_and_foreign_names_arrive_and_too_long_ones_cost_only_themselves()
    {
        var deep = string.Join('/', Enumerable.Repeat("folder-of-a-long-path", 17));
        await ExtractAsync(tar => tar.File($"top/{deep}/ünï→文件", "x").File("top/" + new string('n', 300), "x").File($"top/{new string('d', 300)}/f", "x").File("top/good", "x"));

        Assert.Equal("x", File.ReadAllText(Path.Combine(Destination, deep, "ünï→文件")));
        Assert.True(File.Exists(Path.Combine(Destination, "good")));
        Assert.Equal(2, _report.Warnings.Count);
    }

    [Fact]
    public async Task Control_characters_in_names_are_kept_on_disk_and_shown_escaped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such names");
        await ExtractAsync(tar =>
        {
            // Not PAX: its reader takes the end of a line in a name for the end of the record.
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "top/red\u001b[31m\n"));
            tar.Link("top/\u001bx", "/\u001b]0;title\u0007");
        });

        Assert.Equal(["red\u001b[31m\n"], Names());
        Assert.Equal([@"left out 'top/\ex': it is a link to '/\e]0;title\x07', outside of the copy"], _report.Warnings);
    }

    [Fact]
    public async Task A_sparse_entry_is_refused_in_words()
    {
        await ExtractAsync(tar => tar.WriteEntry(new PaxTarEntry(
            TarEntryType.RegularFile, "top/GNUSparseFile.0/hole", new Dictionary<string, string> { ["GNU.sparse.major"] = "1", ["GNU.sparse.realsize"] = "1000000" })));

        Assert.DoesNotContain(Directory.GetFiles(Destination, "*", SearchOption.AllDirectories), _ => true);
        Assert.Contains("GNU sparse", Assert.Single(_report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_comes_twice_is_told()
    {
        await ExtractAsync(tar => tar.File("top/a", "first").File("top/a", "second"));

        Assert.Equal("second", File.ReadAllText(Path.Combine(Destination, "a")));
        Assert.Single(_report.Warnings);
    }

    [Fact]
    public async Task A_bomb_is_stopped()
    {
        var bytes = await Assert.ThrowsAsync<DebugDeckException>(() => ExtractAsync(tar => tar.File("top/a", new string('x', 2000)), new ExtractLimits(Bytes: 1000)));
        var entries = await Assert.ThrowsAsync<DebugDeckException>(() => ExtractAsync(tar => tar.File("top/a").File("top/b").File("top/c"), new ExtractLimits(Entries: 2)));

        Assert.Contains("more than", bytes.Message, StringComparison.Ordinal);
        Assert.Contains("more than", entries.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wherever_an_archive_is_cut_it_is_an_error()
    {
        var whole = Bytes(tar => tar.Folder("top/").File("top/a", new string('\0', 1024)).Link("top/l", "a").File("top/b", "text")).ToArray();
        var endMark = Array.FindLastIndex(whole, value => value != 0) / 512 * 512 + 512;
        await Gen.Int[0, endMark].SampleAsync(async length =>
        {
            var error = await Record.ExceptionAsync(() => ExtractAsync(new MemoryStream(whole[..length]), new ExtractLimits()));
            return error is DebugDeckException { Kind: ErrorKind.Failed };
        }, iter: 200, threads: 1);
    }

    [Fact]
    public async Task Garbage_is_an_error()
    {
        var garbage = new MemoryStream(Encoding.ASCII.GetBytes(new string('?', 4096)));

        await Assert.ThrowsAsync<DebugDeckException>(() => ExtractAsync(garbage, new ExtractLimits()));
    }

    [Fact]
    public async Task Whatever_names_an_archive_holds_nothing_is_written_outside()
    {
        string[] parts = ["..", ".", "a", "b", "", "link", "top"];
        var name = Gen.Int[0, parts.Length - 1].Array[1, 5].Select(all => string.Join("/", all.Select(part => parts[part])));
        var entry = Gen.Select(Gen.Int[0, 3], name, name);
        await entry.Array[1, 8].SampleAsync(async entries =>
        {
            var root = Directory.CreateDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("N")));
            var tar = Bytes(writer =>
            {
                // A writer without any entry writes no end mark either.
                writer.Folder("top/");
                foreach (var (kind, path, target) in entries.Where(each => each.Item2.Length > 0 && each.Item3.Length > 0))
                {
                    _ = kind switch
                    {
                        0 => writer.File("top/" + path, "x"),
                        1 => writer.Folder("top/" + path + "/"),
                        2 => writer.Link("top/" + path, target),
                        _ => writer.HardLink("top/" + path, "top/" + target),
                    };
                }
            });
            var inner = Path.Combine(root.FullName, "one", "two", "copy");
            var report = new ExtractReport(new CopyMeter(new CopyOptions(), null));
            await new TarExtraction(new SafeFolder(inner), "top", new ExtractLimits(), report).RunAsync(tar, null, CancellationToken.None);
            var outside = Directory.GetFileSystemEntries(root.FullName).Concat(Directory.GetFileSystemEntries(Path.Combine(root.FullName, "one"))).Concat(Directory.GetFileSystemEntries(Path.Combine(root.FullName, "one", "two")));
            return outside.Count() == 3;
        }, iter: 300, threads: 1);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static MemoryStream Bytes(Action<TarWriter> write)
    {
        var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            write(tar);
        }

        bytes.Position = 0;
        return bytes;
    }

    private Task ExtractAsync(Action<TarWriter> write, ExtractLimits? limits = null) => ExtractAsync(Bytes(write), limits ?? new ExtractLimits());

    private Task ExtractAsync(Stream tar, ExtractLimits limits) =>
        new TarExtraction(new SafeFolder(Destination), "top", limits, _report).RunAsync(tar, null, TestContext.Current.CancellationToken);

    private IEnumerable<string> Names() =>
        Directory.GetFileSystemEntries(Destination, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Destination, path)).Order(StringComparer.Ordinal);

#pragma warning disable CA1416 // its tests are skipped on Windows
    private string Mode(string name) => Convert.ToString((int)File.GetUnixFileMode(Path.Combine(Destination, name)), 8);
#pragma warning restore CA1416
}
