using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Copying;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Files.Copying;

public sealed class CopyOutTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-copy-").FullName;
    private readonly TarFiles _files = new TarFiles()
        .Folder("/app").File("/app/a").Folder("/app/sub").File("/app/sub/b").Link("/app/l", "sub/b")
        .Link("/app.log", "/var/log/app.log").File("/var/log/app.log").Link("/out.log", "/dev/stdout").Link("/gone", "/nowhere").Link("/appdir", "/app");

    [Fact]
    public async Task A_file_becomes_the_name_given()
    {
        var result = await CopyAsync("/app/a", "here");

        Assert.Equal(Local("here"), result.Path);
        Assert.Equal("content of /app/a", File.ReadAllText(Local("here")));
        Assert.Equal((1, 17), (result.Files, result.Bytes));
        Nothing_else("here");
    }

    [Fact]
    public async Task A_file_goes_into_a_folder_that_is_there_and_over_a_file()
    {
        Directory.CreateDirectory(Local("there"));
        File.WriteAllText(Local("there/a"), "old");

        await CopyAsync("/app/a", "there/");

        Assert.Equal("content of /app/a", File.ReadAllText(Local("there/a")));
        Nothing_else("there", "there/a");
    }

    [Fact]
    public async Task A_folder_that_is_new_gets_the_content()
    {
        await CopyAsync("/app", "new");

        Nothing_else("new", "new/a", "new/l", "new/sub", "new/sub/b");
    }

    [Fact]
    public async Task A_folder_goes_into_one_that_is_there_under_its_own_name()
    {
        Directory.CreateDirectory(Local("there"));

        await CopyAsync("/app", "there");

        Nothing_else("there", "there/app", "there/app/a", "there/app/l", "there/app/sub", "there/app/sub/b");
    }

    [Fact]
    public async Task A_trailing_dot_means_the_content_and_keeps_what_is_there()
    {
        Directory.CreateDirectory(Local("there/sub"));
        File.WriteAllText(Local("there/sub/mine"), "mine");
        File.WriteAllText(Local("there/a"), "old");

        await CopyAsync("/app/.", "there");

        Nothing_else("there", "there/a", "there/l", "there/sub", "there/sub/b", "there/sub/mine");
        Assert.Equal("content of /app/a", File.ReadAllText(Local("there/a")));
    }

    [Fact]
    public async Task A_folder_in_the_way_of_a_file_stops_the_merge_before_it_begins()
    {
        Directory.CreateDirectory(Local("there/sub/b"));

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => CopyAsync("/app/.", "there"));

        Assert.Contains("in the way", error.Message, StringComparison.Ordinal);
        Nothing_else("there", "there/sub", "there/sub/b");
    }

    [Fact]
    public async Task A_link_in_the_destination_is_not_followed()
    {
        Directory.CreateDirectory(Local("elsewhere"));
        Directory.CreateDirectory(Local("there"));
        Directory.CreateSymbolicLink(Local("there/sub"), "../elsewhere");

        await Assert.ThrowsAsync<DebugDeckException>(() => CopyAsync("/app/.", "there"));

        Assert.Empty(Directory.GetFileSystemEntries(Local("elsewhere")));
    }

    [Fact]
    public async Task A_link_is_followed_and_keeps_its_name()
    {
        Directory.CreateDirectory(Local("there"));

        await CopyAsync("/app.log", "there");
        await CopyAsync("/appdir", "there");

        Assert.Equal("content of /var/log/app.log", File.ReadAllText(Local("there/app.log")));
        Assert.True(File.Exists(Local("there/appdir/sub/b")));
    }

    [Theory]
    [InlineData("/out.log", ErrorKind.Failed, "'/out.log' is a link to the container's own output (/dev/stdout), not a file with content")]
    [InlineData("/gone", ErrorKind.NotFound, "'/gone' is a link to '/nowhere', which is not there")]
    [InlineData("/missing", ErrorKind.NotFound, "there is no '/missing' in the container")]
    [InlineData("/app/a/", ErrorKind.Failed, "'/app/a/' is not a folder")]
    public async Task What_cannot_be_copied_is_said(string path, ErrorKind kind, string message)
    {
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => CopyAsync(path, "here"));

        Assert.Equal((kind, message), (error.Kind, error.Message));
        Nothing_else();
    }

    [Theory]
    [InlineData("missing/here")]
    [InlineData("missing/")]
    public async Task A_destination_without_a_folder_to_stand_in_is_said(string local)
    {
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => CopyAsync("/app/a", local));

        Assert.Contains("does not exist", error.Message, StringComparison.Ordinal);
        Nothing_else();
    }

    [Theory]
    [InlineData("/app", "new")]
    [InlineData("/app/a", "file")]
    [InlineData("/app/.", "there")]
    public async Task A_copy_that_is_cut_off_leaves_nothing(string path, string local)
    {
        Directory.CreateDirectory(Local("there"));
        _files.Wrap = stream => new CutStream(stream, 1000);

        await Assert.ThrowsAsync<DebugDeckException>(() => CopyAsync(path, local));

        Nothing_else("there");
    }

    [Fact]
    public async Task A_copy_that_is_cancelled_half_way_leaves_nothing_and_what_was_there_stays()
    {
        File.WriteAllText(Local("file"), "old");
        using var stop = new CancellationTokenSource();
        _files.Wrap = stream => new CutStream(stream, 600, stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyOut.ToAsync(_files, "/app", Local("new"), new CopyOptions(), null, stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyOut.ToAsync(_files, "/app/a", Local("file"), new CopyOptions(), null, stop.Token));

        Nothing_else("file");
        Assert.Equal("old", File.ReadAllText(Local("file")));
    }

    [Fact]
    public async Task Progress_ends_with_the_whole()
    {
        var reports = new List<CopyProgress>();

        await CopyOut.ToAsync(_files, "/app", Local("new"), new CopyOptions(), new Sink(reports), TestContext.Current.CancellationToken);

        Assert.Equal((5, 38), (reports[^1].Entries, reports[^1].Bytes));
    }

    [Fact]
    public async Task A_stream_gets_the_archive_as_it_is_and_a_cut_one_is_an_error()
    {
        var whole = new MemoryStream();
        await CopyOut.ToStreamAsync(_files, "/app", whole, new CopyOptions(), null, TestContext.Current.CancellationToken);
        Assert.Equal(0, whole.Length % 512);

        _files.Wrap = stream => new CutStream(stream, 1024);
        await Assert.ThrowsAsync<DebugDeckException>(() => CopyOut.ToStreamAsync(_files, "/app", new MemoryStream(), new CopyOptions(), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_single_file_that_is_refused_is_an_error_and_not_an_empty_success()
    {
        var files = new TarFiles { Extra = tar => tar.File("../evil", "x") }.Folder("/x");

        var result = await CopyOut.ToAsync(files, "/x", Local("x"), new CopyOptions(), null, TestContext.Current.CancellationToken);

        Assert.Single(result.Warnings);
        Assert.Empty(Directory.GetFileSystemEntries(Local("x")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<CopyResult> CopyAsync(string path, string local) =>
        CopyOut.ToAsync(_files, path, Local(local), new CopyOptions(), null, TestContext.Current.CancellationToken);

    private string Local(string name) => Path.Join(_folder, name);

    private void Nothing_else(params string[] names) => Assert.Equal(
        names,
        Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder, path)).Order(StringComparer.Ordinal));

    private sealed class Sink(List<CopyProgress> reports) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => reports.Add(value);
    }
}
