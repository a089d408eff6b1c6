using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Files.Capture;

public sealed class FileCaptureTests
{
    private static readonly FakeFiles Tree = new FakeFiles()
        .Directory("/etc")
        .File("/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
        .Link("/etc/localtime", "/usr/share/zoneinfo/Europe/Vienna")
        .Link("/etc/alias", "passwd")
        .Directory("/tmp");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Content_follows_links_and_is_cut_at_the_limit_of_the_wish()
    {
        var capture = await CaptureAsync(new FileWish("/etc/alias"), new FileWish("/etc/passwd", Limit: 4));

        Assert.StartsWith("root:x:0:0", capture.Text("/etc/alias"), StringComparison.Ordinal);
        Assert.Equal((FileKind.Link, FileKind.Regular), (capture["/etc/alias"]!.Entry!.Kind, capture["/etc/alias"]!.Target!.Kind));
        Assert.Equal(("root", true), (capture.Text("/etc/passwd"), capture["/etc/passwd"]!.IsCut));
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_there_and_does_not_exist()
    {
        var capture = await CaptureAsync(new FileWish("/etc/localtime"));

        Assert.Equal("/usr/share/zoneinfo/Europe/Vienna", capture["/etc/localtime"]!.Entry!.LinkTarget);
        Assert.False(capture.Exists("/etc/localtime"));
        Assert.Null(capture["/etc/localtime"]!.Error);
    }

    [Fact]
    public async Task What_nobody_asked_for_is_not_known_to_be_missing()
    {
        var capture = await CaptureAsync(new FileWish("/etc/nothing"));

        Assert.True(capture.WasAsked("/etc/nothing"));
        Assert.Null(capture["/etc/nothing"]!.Entry);
        Assert.False(capture.WasAsked("/etc/passwd"));
        Assert.Null(capture["/etc/passwd"]);
    }

    [Fact]
    public async Task A_listing_has_the_direct_entries_and_a_directory_has_no_content()
    {
        var capture = await CaptureAsync(new FileWish("/etc", FileWishKind.Listing), new FileWish("/tmp"));

        Assert.Equal(["alias", "localtime", "passwd"], capture["/etc"]!.Listing!.Select(entry => entry.Name));
        Assert.Null(capture["/tmp"]!.Content);
        Assert.True(capture.Exists("/tmp"));
    }

    [Fact]
    public async Task Two_captures_together_know_what_either_found()
    {
        var together = (await CaptureAsync(new FileWish("/etc/passwd"))).With(await CaptureAsync(new FileWish("/etc/passwd", FileWishKind.Stat), new FileWish("/tmp", FileWishKind.Stat)));

        Assert.StartsWith("root", together.Text("/etc/passwd"), StringComparison.Ordinal);
        Assert.True(together.Exists("/tmp"));
    }

    private static Task<FileCapture> CaptureAsync(params FileWish[] wishes) => ((IContainerFiles)Tree).CaptureAsync(wishes, Token);
}
