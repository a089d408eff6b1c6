using DebugDeck.Practice.Api.Tables;

namespace DebugDeck.Practice.Tests.Rules;

/// <summary>Ages as kubectl shows them.</summary>
public sealed class HumanTimeTests
{
    [Theory]
    [InlineData(0, "0s")]
    [InlineData(119, "119s")]
    [InlineData(120, "2m")]
    [InlineData(448, "7m28s")]
    [InlineData(1020, "17m")]
    [InlineData(10_799, "179m")]
    [InlineData(10_800, "3h")]
    [InlineData(12_660, "3h31m")]
    [InlineData(30_000, "8h")]
    [InlineData(172_800, "2d")]
    [InlineData(180_000, "2d2h")]
    [InlineData(864_000, "10d")]
    [InlineData(94_608_000, "3y")]
    [InlineData(95_000_000, "3y4d")]
    [InlineData(-5, "<invalid>")]
    public void An_age_is_as_exact_as_it_is_useful(long seconds, string expected)
    {
        Assert.Equal(expected, HumanTime.Duration(TimeSpan.FromSeconds(seconds)));
    }
}
