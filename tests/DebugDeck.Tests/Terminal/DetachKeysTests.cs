using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Terminal;

namespace DebugDeck.Tests.Terminal;

public sealed class DetachKeysTests
{
    [Theory]
    [InlineData("ctrl-p,ctrl-q", "\u0010\u0011")]
    [InlineData("ctrl-P,CTRL-Q", "\u0010\u0011")]
    [InlineData("ctrl-],a,~", "\u001da~")]
    [InlineData("ctrl-@", "\0")]
    [InlineData("ctrl-_", "\u001f")]
    [InlineData("", "")]
    public void They_are_written_as_docker_writes_them(string text, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(DetachKeys.Parse(text).Sequence));

    [Theory]
    [InlineData("ctrl-")]
    [InlineData("ctrl-1")]
    [InlineData("ctrl-pp")]
    [InlineData("a,")]
    [InlineData("ä")]
    [InlineData("ctrl p")]
    public void Anything_else_is_wrong_usage(string text) =>
        Assert.Equal(ErrorKind.Usage, Assert.Throws<DebugDeckException>(() => DetachKeys.Parse(text)).Kind);

    [Theory]
    [InlineData(new[] { "ls\r" }, "ls\r", false)]
    [InlineData(new[] { "\u0010\u0011" }, "", true)]
    [InlineData(new[] { "a\u0010", "\u0011" }, "a", true)]
    [InlineData(new[] { "\u0010", "x" }, "\u0010x", false)]
    [InlineData(new[] { "\u0010\u0010\u0011" }, "\u0010", true)]
    [InlineData(new[] { "\u0010", "\u0010", "\u0010", "a" }, "\u0010\u0010\u0010a", false)]
    [InlineData(new[] { "\u0011\u0010" }, "\u0011", false)]
    [InlineData(new[] { "a\u0010\u0011rest" }, "a", true)]
    public void What_was_typed_before_them_is_passed_on_and_nothing_after(string[] typed, string passed, bool detached)
    {
        var filter = new DetachFilter(DetachKeys.Default);
        var (sent, left) = ("", false);
        foreach (var keys in typed)
        {
            left = filter.Feed(Encoding.ASCII.GetBytes(keys), out var bytes);
            sent += Encoding.ASCII.GetString(bytes.Span);
        }

        Assert.Equal((passed, detached), (sent, left));
    }

    [Fact]
    public void A_sequence_that_overlaps_itself_is_found()
    {
        var filter = new DetachFilter(DetachKeys.Parse("a,a,b"));

        Assert.True(filter.Feed("aaab"u8, out var passed));
        Assert.Equal("a"u8.ToArray(), passed.ToArray());
    }

    [Fact]
    public void Without_keys_everything_is_passed_on()
    {
        Assert.False(new DetachFilter(DetachKeys.None).Feed("\u0010\u0011"u8, out var passed));
        Assert.Equal("\u0010\u0011"u8.ToArray(), passed.ToArray());
    }
}
