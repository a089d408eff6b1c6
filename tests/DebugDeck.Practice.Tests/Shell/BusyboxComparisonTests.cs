using System.Runtime.CompilerServices;

namespace DebugDeck.Practice.Tests.Shell;

/// <summary>Each case of <c>Data/shell-cases.txt</c> is run by the practice shell and by the real one; output and exit code are the same.</summary>
public sealed class BusyboxComparisonTests
{
    public static TheoryData<string> Cases => [.. Read()];

    [Fact]
    public void There_are_at_least_120_cases() => Assert.True(Read().Count >= 120, $"only {Read().Count}");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_practice_shell_answers_as_busybox_does(string script)
    {
        const string input = "first line\nsecond line\nthird\n";
        var real = await RealBusybox.RunAsync(script, input);

        var practice = await new ShellScene().RunAsync(script, input);

        Assert.Equal((real.Output, real.ExitCode), (practice.Output, practice.ExitCode));
    }

    // Cases are separated by a line of three percent signs.
    private static List<string> Read([CallerFilePath] string here = "") =>
    [
        .. File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../Data/shell-cases.txt"))
            .Split("\n%%%\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text.Trim('\n'))
            .Where(text => text.Length > 0),
    ];
}
