using System.Text;
using DebugDeck.Terminal;

namespace DebugDeck.Tests.Terminal;

public sealed class ModeTrackerTests
{
    [Theory]
    [InlineData("plain text\r\n", "")]
    [InlineData("\e[?1049h", "\e[?1049l")]
    [InlineData("\e[?1049hvi\e[?1049l", "")]
    [InlineData("\e[?1000;1006h", "\e[?1000l\e[?1006l")]
    [InlineData("\e[?25l", "\e[?25h")]
    [InlineData("\e[?25l\e[?25h", "")]
    [InlineData("\e[?7l", "\e[?7h")]
    [InlineData("\e[?2004h\e[1;31m", "\e[?2004l\e[0m")]
    [InlineData("\e[1;31mred\e[0m \e[7mx\e[m", "")]
    [InlineData("\e=\e[?1h", "\e[?1l\e>")]
    [InlineData("\e[2;10r", "\e7\e[r\e8")]
    [InlineData("\e[2;10r\e[r", "")]
    [InlineData("\e(0lqk", "\x0f\e(B")]
    [InlineData("\e(0lqk\e(B", "")]
    [InlineData("\e[5 q", "\e[0 q")]
    [InlineData("\e[>1u", "\e[<u")]
    [InlineData("\e[>1u\e[<u", "")]
    [InlineData("\e[>4;2m", "\e[>4;0m")]
    [InlineData("\e[?1049h\e[?25l\e[1m\ec", "")]
    [InlineData("\e[?104", "\x18")]
    [InlineData("\e[?9999h", "")]
    public void Only_what_was_left_on_is_undone(string written, string undo) =>
        Assert.Equal(undo, Undo(written, written.Length));

    [Fact]
    public void A_sequence_that_comes_in_pieces_is_read_as_one()
    {
        const string written = "日本\e[?1049h\e[?1000;1002;1006h\e[1;24r\e[?25l\e(0";

        for (var piece = 1; piece < written.Length; piece++)
        {
            Assert.Equal(Undo(written, written.Length), Undo(written, piece));
        }
    }

    [Fact]
    public void Endless_garbage_is_no_sequence()
    {
        var tracker = new ModeTracker();

        tracker.Feed(Encoding.ASCII.GetBytes("\e[" + new string('1', 10_000)));
        tracker.Feed("h\e[?25l"u8);

        Assert.Equal("\e[?25h", Encoding.ASCII.GetString(tracker.Undo()));
    }

    private static string Undo(string written, int piece)
    {
        var tracker = new ModeTracker();
        foreach (var part in Encoding.UTF8.GetBytes(written).Chunk(piece))
        {
            tracker.Feed(part);
        }

        return Encoding.ASCII.GetString(tracker.Undo());
    }
}
