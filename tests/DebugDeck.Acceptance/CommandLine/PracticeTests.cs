using CliWrap;
using CliWrap.Buffered;
using CliWrap.EventStream;
using DebugDeck.Acceptance.Setting;

namespace DebugDeck.Acceptance.CommandLine;

/// <summary><c>debugdeck practice serve</c>, used with real kubectl as its own words say.</summary>
public sealed class PracticeTests
{
    private const string Export = "export KUBECONFIG=";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cluster_serves_kubectl_and_leaves_nothing_behind()
    {
        var kubectl = Environment.GetEnvironmentVariable("DEBUGDECK_TEST_KUBECTL") ?? "";
        Assert.SkipWhen(kubectl.Length == 0, "needs kubectl 1.30 or later: tests/run brings one");
        await using var stage = new Stage();
        var (process, kubeconfig, pods, exitCode) = (0, "", "", -1);

        await foreach (var happened in stage.Command("practice", "serve").ListenAsync(Token))
        {
            switch (happened)
            {
                case StartedCommandEvent started:
                    process = started.ProcessId;
                    break;
                case StandardOutputCommandEvent { Text: var line } when line.Contains(Export, StringComparison.Ordinal):
                    kubeconfig = line[(line.IndexOf(Export, StringComparison.Ordinal) + Export.Length)..];
                    pods = await KubectlAsync(kubectl, kubeconfig, "get", "pods", "--namespace", "shop");
                    await Cli.Wrap("kill").WithArguments(["-INT", $"{process}"]).ExecuteAsync(Token);
                    break;
                case ExitedCommandEvent exited:
                    exitCode = exited.ExitCode;
                    break;
            }
        }

        Assert.Contains("CreateContainerConfigError", pods, StringComparison.Ordinal);
        Assert.Equal(130, exitCode);
        Assert.False(Directory.Exists(Path.GetDirectoryName(kubeconfig)));
    }

    [Fact]
    public async Task A_world_that_is_not_there_is_named()
    {
        await using var stage = new Stage();

        var result = await stage.RunAsync("practice", "serve", "--world", "nowhere.yaml");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("nowhere.yaml", result.StandardError, StringComparison.Ordinal);
    }

    private static async Task<string> KubectlAsync(string kubectl, string kubeconfig, params string[] arguments) =>
        (await Cli.Wrap(kubectl).WithArguments(["--kubeconfig", kubeconfig, .. arguments]).ExecuteBufferedAsync(Token)).StandardOutput;
}
