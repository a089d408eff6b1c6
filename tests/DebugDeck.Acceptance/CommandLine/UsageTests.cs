using DebugDeck.Acceptance.Setting;

namespace DebugDeck.Acceptance.CommandLine;

/// <summary>What the program says of itself, and to those who mistype.</summary>
public sealed class UsageTests
{
    [Fact]
    public async Task The_version_is_one_line()
    {
        await using var stage = new Stage();

        var result = await stage.RunAsync("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^debugdeck \d+\.\d+\.\d+[^\n]*\n$", result.StandardOutput);
    }

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("list", "--no-such-option")]
    [InlineData("list", "-o", "no-such-format")]
    [InlineData("logs")]
    public async Task Wrong_usage_is_told_on_the_error_stream(params string[] arguments)
    {
        await using var stage = new Stage();

        var result = await stage.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.StandardOutput);
        Assert.StartsWith("debugdeck: ", result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logs")]
    [InlineData("files")]
    [InlineData("plan")]
    public async Task A_container_that_is_not_there_is_not_found(string command)
    {
        await using var stage = new Stage();

        var result = await stage.RunAsync(command, $"{stage.Prefix}-nobody" + (command == "files" ? ":/" : ""));

        Assert.Equal(4, result.ExitCode);
        Assert.StartsWith("debugdeck: ", result.StandardError, StringComparison.Ordinal);
        Assert.Contains($"{stage.Prefix}-nobody", result.StandardError, StringComparison.Ordinal);
    }
}
