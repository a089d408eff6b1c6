using DebugDeck.Core.Text;

namespace DebugDeck.Core.Tests.Text;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("\u001b[31mred", "\\e[31mred")]
    [InlineData("bell\a", "bell\\x07")]
    [InlineData("two\r\nlines", "two\\r\\nlines")]
    [InlineData("a\tb", "a\\tb")]
    [InlineData("\u009b31m", "\\x9b31m")]
    [InlineData("exe\u202egpj", "exe\\u202egpj")]
    [InlineData("\u2028", "\\u2028")]
    public void What_a_terminal_would_act_on_becomes_visible(string hostile, string shown) => Assert.Equal(shown, VisibleText.Escape(hostile));

    [Theory]
    [InlineData("plain")]
    [InlineData("grün 日本 👩‍👩‍👧")]
    [InlineData("")]
    public void Harmless_text_stays_the_very_same(string text) => Assert.Same(text, VisibleText.Escape(text));

    [Fact]
    public void Tabs_may_stay_where_columns_are_wanted() => Assert.Equal("a\tb\\e", VisibleText.Escape("a\tb\u001b", keepTabs: true));
}
