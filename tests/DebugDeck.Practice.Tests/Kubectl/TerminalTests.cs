using CliWrap;
using CliWrap.Buffered;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Kubectl;

/// <summary>kubectl on a real terminal, which <c>script</c> of util-linux supplies.</summary>
public sealed class TerminalTests
{
    [Fact]
    public async Task The_size_of_the_terminal_reaches_the_process()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "needs script (util-linux)");
        var command = kubectl.Command("admin", "exec", "-it", "payments-845657dd4-tc8kh", "--", "size");

        var result = await Cli.Wrap("/usr/bin/script")
            .WithArguments(["-qec", $"stty rows 40 cols 111; exec {command.TargetFilePath} {command.Arguments}", "/dev/null"])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("40 rows, 111 columns", result.StandardOutput, StringComparison.Ordinal);
    }
}
