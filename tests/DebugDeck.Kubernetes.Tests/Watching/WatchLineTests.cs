using System.Buffers;
using System.Text;
using System.Text.Json;
using DebugDeck.Kubernetes.Watching;

namespace DebugDeck.Kubernetes.Tests.Watching;

public sealed class WatchLineTests
{
    [Fact]
    public void Recorded_lines_are_understood()
    {
        var lines = Encoding.UTF8.GetString(Recording.Read("watch.ndjson")).TrimEnd('\n').Split('\n').Select(Parse).ToArray();

        Assert.Equal("alpine-like", Assert.IsType<WatchLine.Changed>(lines[0]).Pod.Metadata.Name);
        Assert.Equal("watched", Assert.IsType<WatchLine.Deleted>(lines[3]).Pod.Metadata.Name);
        Assert.Equal(new WatchLine.Bookmark("3966", InitialEnd: true), lines[4]);
        Assert.Equal(new WatchLine.Bookmark("4007", InitialEnd: false), lines[6]);
        Assert.Equal(410, Assert.IsType<WatchLine.Failed>(lines[7]).Code);
    }

    [Fact]
    public void A_line_that_was_cut_is_an_error_and_not_an_event() =>
        Assert.ThrowsAny<JsonException>(() => Parse("""{"type":"ADDED","object":{"metadata":{"na"""));

    [Theory]
    [InlineData("""{"type":"NEWS","object":{}}""")]
    [InlineData("""{"other":{"type":"ADDED"}}""")]
    public void What_a_newer_server_may_add_is_passed_over(string line) => Assert.Null(Parse(line));

    private static WatchLine? Parse(string line) => WatchLine.Parse(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(line)));
}
