using DebugDeck.Tui.Screens;

namespace DebugDeck.Tests.Tui;

public sealed class LabelledTextTests
{
    [Theory]
    [InlineData("endpoints", "endpoints  a.example:443|           b.example:443")]
    [InlineData("server-name", "server-name|           a.example:443|           b.example:443")]
    public void A_label_that_fills_its_column_has_a_line_of_its_own(string label, string expected)
    {
        var text = new LabelledText(width: 26);

        text.Value(label, "a.example:443 b.example:443");

        Assert.Equal(expected.Split('|'), text.Lines.Select(line => line.ToString().TrimEnd()));
    }
}
