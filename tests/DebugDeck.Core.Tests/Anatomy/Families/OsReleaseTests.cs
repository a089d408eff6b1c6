using CsCheck;
using DebugDeck.Core.Anatomy.Families;

namespace DebugDeck.Core.Tests.Anatomy.Families;

public sealed class OsReleaseTests
{
    [Theory]
    [InlineData("ID=alpine", "ID", "alpine")]
    [InlineData("ID=\"debian\"\r\n", "ID", "debian")]
    [InlineData("PRETTY_NAME='A \"quoted\" name'", "PRETTY_NAME", "A \"quoted\" name")]
    [InlineData("NAME=\"a \\\"b\\\" \\$c\"", "NAME", "a \"b\" $c")]
    [InlineData("ID=one\nID=two", "ID", "two")]
    [InlineData("# ID=no\n  ID=yes", "ID", "yes")]
    [InlineData("NAME=\"", "NAME", "\"")]
    public void Assignments_are_read_as_a_shell_would(string text, string name, string value) => Assert.Equal(value, OsRelease.Parse(text)[name]);

    [Theory]
    [InlineData("")]
    [InlineData("ID")]
    [InlineData("=x")]
    [InlineData("I D=x")]
    [InlineData("export ID=x")]
    public void What_is_no_assignment_is_passed_over(string text) => Assert.Empty(OsRelease.Parse(text));

    [Fact]
    public void No_text_breaks_it() => Gen.String.Sample(text => OsRelease.Parse(text).Count <= 200);
}
