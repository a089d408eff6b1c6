using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Anatomy.Knowledge;

namespace DebugDeck.Core.Tests.Anatomy.Knowledge;

public sealed class KnowledgeTests
{
    [Fact]
    public void Every_family_has_its_card_and_every_card_its_family() =>
        Assert.Equal(FamilyRules.All.Select(rule => rule.Id).Order(), KnowledgeBase.All.Select(card => card.Id).Order());

    [Fact]
    public void Cards_say_what_a_family_is_good_for_and_whoever_says_when_it_ends_is_named()
    {
        Assert.All(KnowledgeBase.All, card => Assert.NotEmpty(card.GoodFor));
        Assert.All(KnowledgeBase.All, card => Assert.True(card.UsualMegabytes.Least <= card.UsualMegabytes.Most));
        Assert.All(KnowledgeBase.All.Where(card => card.EndOfLife.Count > 0), card => Assert.StartsWith("https://", card.EndOfLifeSource, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("alpine", "3.22.1", null, "2027-05-01")]
    [InlineData("alpine", "3.2", null, null)]
    [InlineData("ubi-micro", "9.6", null, "2032-05-31")]
    [InlineData("distroless", "12", "static", "2026-09-30")]
    [InlineData("distroless", "12", "java-debug", "2026-01-31")]
    [InlineData("debian", null, null, null)]
    public void A_release_ends_when_its_maker_says(string family, string? version, string? variant, string? date) =>
        Assert.Equal(date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), KnowledgeBase.Of(family)!.EndOf(version, variant)?.Date);
}
