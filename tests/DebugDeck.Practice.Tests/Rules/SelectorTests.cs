using DebugDeck.Practice.Api;
using DebugDeck.Practice.Api.Selectors;

namespace DebugDeck.Practice.Tests.Rules;

/// <summary>Label selectors in all their forms.</summary>
public sealed class SelectorTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["app"] = "web", ["tier"] = "front", ["empty"] = "", ["example.com/role"] = "db" };

    [Theory]
    [InlineData("", true)]
    [InlineData("app=web", true)]
    [InlineData("app==web", true)]
    [InlineData("app = web , tier != back", true)]
    [InlineData("app!=web", false)]
    [InlineData("missing!=web", true)]
    [InlineData("app in (api, web)", true)]
    [InlineData("app notin (api,web)", false)]
    [InlineData("missing notin (web)", true)]
    [InlineData("missing in (web)", false)]
    [InlineData("app", true)]
    [InlineData("!app", false)]
    [InlineData("!missing", true)]
    [InlineData("empty=", true)]
    [InlineData("example.com/role=db,app in (web),!nothing", true)]
    public void A_selector_matches(string selector, bool expected)
    {
        Assert.Equal(expected, LabelSelector.Parse(selector).Matches(Labels));
    }

    [Theory]
    [InlineData("app=web tier=front")]
    [InlineData("app in web")]
    [InlineData("=web")]
    [InlineData("app=we;b")]
    public void Nonsense_is_refused(string selector)
    {
        Assert.Equal(400, Assert.Throws<ApiException>(() => LabelSelector.Parse(selector)).Code);
    }
}
