using System.Text;
using CsCheck;
using DebugDeck.Core.Logs;

namespace DebugDeck.Core.Tests.Logs;

public sealed class LogStampTests
{
    [Theory]
    [InlineData("1970-01-01T00:00:01.000000002Z", "1.000000002")]
    [InlineData("2026-11-23T07:41:33.610833667Z", "1795419693.610833667")]
    [InlineData("2026-11-23T07:41:33.6Z", "1795419693.600000000")]
    [InlineData("2026-11-23T07:41:33Z", "1795419693.000000000")]
    [InlineData("2026-11-23T09:41:33.610833667+02:00", "1795419693.610833667")]
    public void Every_form_is_read_to_the_nanosecond(string text, string expected)
    {
        Assert.True(LogStamp.TryParse(Encoding.ASCII.GetBytes(text), out var stamp));
        Assert.Equal(expected, stamp.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello, world, this is text")]
    [InlineData("2026-11-23T07:41:33")]
    [InlineData("2026-11-23T07:41:33.Z")]
    [InlineData("2026-11-23T07:41:33.1234567890Z")]
    [InlineData("2026-13-23T07:41:33.1Z")]
    [InlineData("2026-11-23 07:41:33.1Z")]
    [InlineData("2026-11-23T07:41:33.1 Z")]
    public void Other_text_is_no_stamp(string text) => Assert.False(LogStamp.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void Whatever_moment_is_written_is_read_again() => Gen.Long[0, 4_000_000_000_000_000_000].Sample(nanoseconds =>
    {
        var at = DateTimeOffset.UnixEpoch.AddSeconds(nanoseconds / 1_000_000_000);
        var text = $"{at:yyyy-MM-ddTHH:mm:ss}.{nanoseconds % 1_000_000_000:000000000}Z";
        return LogStamp.TryParse(Encoding.ASCII.GetBytes(text), out var stamp) && stamp.Nanoseconds == nanoseconds && stamp.At.UtcTicks == DateTimeOffset.UnixEpoch.UtcTicks + (nanoseconds / 100);
    });
}
