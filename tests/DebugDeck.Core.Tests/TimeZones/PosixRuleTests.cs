using System.Globalization;
using CsCheck;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Tests.TimeZones;

public sealed class PosixRuleTests
{
    [Theory]
    [InlineData("UTC0", "2026-07-01T00:00:00Z", "+00:00 UTC")]
    [InlineData("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59Z", "+01:00 CET")]
    [InlineData("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", "+02:00 CEST")]
    [InlineData("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z", "+01:00 CET")]
    [InlineData("EST5EDT", "2026-07-01T00:00:00Z", "-04:00 EDT")]
    [InlineData("EST5EDT,M3.2.0,M11.1.0", "2026-12-01T00:00:00Z", "-05:00 EST")]
    [InlineData("<+0330>-3:30", "2026-01-01T00:00:00Z", "+03:30 +0330")]
    [InlineData("NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-01-15T00:00:00Z", "+13:00 NZDT")]
    [InlineData("NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-07-15T00:00:00Z", "+12:00 NZST")]
    [InlineData("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-12-15T00:00:00Z", "+00:00 GMT")]
    [InlineData("XXX3EDT4,0/0,J365/23", "2026-01-01T03:00:00Z", "-04:00 EDT")]
    [InlineData("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-27T23:59:59Z", "+02:00 EET")]
    [InlineData("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00:00Z", "+03:00 EEST")]
    [InlineData("AAA0BBB,J60/0,J300/0", "2028-02-29T23:59:59Z", "+00:00 AAA")]
    [InlineData("AAA0BBB,59/0,300/0", "2028-02-29T00:00:00Z", "+01:00 BBB")]
    public void A_rule_says_what_is_in_force(string rule, string time, string expected) =>
        Assert.Equal(expected, PosixRule.Parse(rule)!.At(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("")]
    [InlineData("UTC")]
    [InlineData("CET")]
    [InlineData("UTC+25")]
    [InlineData("EST5EDT,M3.2.0")]
    [InlineData("EST5EDT,M13.2.0,M11.1.0")]
    [InlineData("EST5EDT,M3.2.0,M11.1.0junk")]
    [InlineData("<+03-3")]
    [InlineData("AB3")]
    public void What_is_no_whole_rule_is_none(string text) => Assert.Null(PosixRule.Parse(text));

    [Fact]
    public void Daylight_saving_all_year_changes_nothing()
    {
        var rules = ZoneRules.Of(PosixRule.Parse("XXX3EDT4,0/0,J365/23")!);
        Assert.Empty(rules.Between(new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Any_text_is_read_without_harm() => Gen.String[Gen.Char["<>+-:,./MJ0123456789ABCDEab\0é"], 0, 60]
        .Sample(text => PosixRule.Parse(text)?.At(DateTimeOffset.MaxValue) is null or { Offset.TotalHours: > -26 and < 26 });
}
