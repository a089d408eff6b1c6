using DebugDeck.Core.Debugging;

namespace DebugDeck.Core.Tests.Debugging;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("docker.io/library/busybox:1", "docker.io/library/busybox:1")]
    [InlineData("", "''")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("~", "'~'")]
    [InlineData("$HOME", "'$HOME'")]
    public void Only_what_a_shell_would_look_into_is_quoted(string text, string expected) =>
        Assert.Equal(expected, ShellText.Quote(text));

    [Fact]
    public async Task A_shell_reads_quoted_words_as_they_were()
    {
        string[] words = ["a b", "", "'", "\"", "$(id)", "`id`", "\\", "*", "!x", "\n", "#", "a=b", "日本"];

        var (_, output, _) = await BusyboxShell.RunAsync(["sh", "-c", "printf '<%s>' " + ShellText.Line(words)]);

        Assert.Equal(string.Concat(words.Select(word => $"<{word}>")), output);
    }
}
