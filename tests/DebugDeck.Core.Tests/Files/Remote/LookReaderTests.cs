using System.Text;
using CsCheck;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Files.Remote;

namespace DebugDeck.Core.Tests.Files.Remote;

public sealed class LookReaderTests
{
    private static readonly EndWord End = new("0123456789abcdef", "fedcba9876543210");
    private static readonly FileWish[] Wishes = [new("/a", FileWishKind.Content, 10), new("/d", FileWishKind.Listing, 2)];

    [Fact]
    public async Task Records_become_files()
    {
        var found = await ReadAsync("@\nE81a4 5 1700000000 1 2\nC5\nhello@\nE41ed 4096 1700000000 0 0\nD\n81a4 1 5 0 0 ./x/./x\n41ed 1 5 0 0 ./y/./y\na1ff 1 5 0 0 ./z/'./z' -> '/q'\n=0123456789abcdef\n");

        Assert.Equal("hello", Encoding.UTF8.GetString(found[0].Content!.Value.Span));
        Assert.Equal((1, 2, (UnixFileMode)0x1A4), (found[0].Entry!.UserId, found[0].Entry!.GroupId, found[0].Entry!.Mode));
        Assert.Equal(["/d/x", "/d/y"], found[1].Listing!.Select(entry => entry.Path));
        Assert.True(found[1].IsCut);
    }

    [Theory]
    [InlineData("!stat: can't stat '/a': No such file or directory\0", null)]
    [InlineData("!stat: cannot statx '/a': Permission denied\0", "permission denied")]
    [InlineData("!stat: /a: Not a directory\0", null)]
    [InlineData("!Too many levels of symbolic links\0", "too many levels of symbolic links")]
    [InlineData("!evil: \u001b[31mx\0", "\\e[31mx")]
    public async Task Only_what_is_there_and_cannot_be_seen_is_an_error(string complaint, string? error)
    {
        var found = await ReadAsync($"@\n{complaint}@\nE41ed 4096 1700000000 0 0\n");

        Assert.Equal((null, error), (found[0].Entry, found[0].Error));
        Assert.NotNull(found[1].Entry);
    }

    [Fact]
    public async Task A_listing_of_hostile_names_cannot_end_itself()
    {
        var found = await ReadAsync("@\n!x: No such file or directory\0@\nE41ed 4096 1700000000 0 0\nD\n81a4 1 5 0 0 ./x\n=0123/./x\n=0123\n=0123456789abcdef\n");

        Assert.Equal(["/d/x\n=0123"], found[1].Listing!.Select(entry => entry.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("@\n")]
    [InlineData("E81a4 5 1700000000 1 2\n")]
    [InlineData("@\nE81a4 5 1700000000 1 2\nC50\nhello@\n")]
    [InlineData("@\nC5\nhello@\n")]
    [InlineData("@\nE81a4\n@\n")]
    [InlineData("@\n@\n@\n")]
    public async Task Nonsense_is_called_so(string output) =>
        Assert.Equal(ErrorKind.Failed, (await Assert.ThrowsAsync<DebugDeckException>(() => ReadAsync(output))).Kind);

    [Fact]
    public void No_output_breaks_the_reader() =>
        Gen.String[Gen.Char["@E!CDPTL#\0\n 0123456789af./'->="], 0, 120].Sample(async output =>
        {
            try
            {
                await ReadAsync(output);
            }
            catch (DebugDeckException)
            {
                // Refused: just as good.
            }
        }, iter: 5000);

    [Theory]
    [InlineData("a1ff 1 5 0 0 ./n/'./n' -> 'x'", "x")]
    [InlineData("a1ff 1 5 0 0 ./n/./n -> x", "x")]
    [InlineData("a1ff 1 5 0 0 ./n/\"odd\"", null)]
    [InlineData("81a4 1 5 0 0 ./n/./n -> x", null)]
    public void A_links_target_is_read_in_both_forms(string line, string? target) =>
        Assert.Equal(target, StatLine.ReadChild(line, "/d")!.LinkTarget);

    [Theory]
    [InlineData("1180 0 5 0 0", FileKind.Pipe)]
    [InlineData("c1ed 0 5 0 0", FileKind.Socket)]
    [InlineData("21b6 0 5 0 0", FileKind.Device)]
    [InlineData("61b0 0 5 0 0", FileKind.Device)]
    [InlineData("89ed 7 -5 4294967294 0", FileKind.Regular)]
    public void Kinds_are_those_of_the_mode(string line, FileKind kind) => Assert.Equal(kind, StatLine.Read(line, "/x")!.Kind);

    private static Task<IReadOnlyList<CapturedFile>> ReadAsync(string output) =>
        new LookReader(new MemoryStream(Encoding.UTF8.GetBytes(output)), End).ReadAsync(Wishes, TestContext.Current.CancellationToken);
}
