using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;
using DebugDeck.Practice.Server;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>Real kubectl, against a practice cluster.</summary>
internal sealed class KubectlCommand(PracticeCluster cluster)
{
    private static readonly Lazy<Task<string?>> Found = new(FindAsync);

    /// <summary>kubectl for a cluster; a test on a machine without it is skipped, which <c>tests/run</c> reports.</summary>
    public static async Task<KubectlCommand> RequireAsync(PracticeHost host)
    {
        Assert.SkipUnless(await Found.Value is not null, "needs kubectl 1.30 or later: on the PATH or named by DEBUGDECK_TEST_KUBECTL");
        return new KubectlCommand(host.Cluster);
    }

    public Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunAsync("admin", PipeSource.Null, arguments);

    public Task<BufferedCommandResult> RunAsAsync(string user, params string[] arguments) => RunAsync(user, PipeSource.Null, arguments);

    public async Task<BufferedCommandResult> RunAsync(string user, PipeSource input, params string[] arguments)
    {
        return await Command(user, arguments).WithStandardInputPipe(input).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The command, to be run in some other way.</summary>
    public Command Command(string user, params string[] arguments)
    {
        // Each cluster has its own discovery cache: the cache is keyed by address, and ports come round again.
        var kubeconfig = cluster.KubeconfigPaths[user];
        var cache = Path.Combine(Path.GetDirectoryName(kubeconfig)!, "cache");
        return Cli.Wrap(Found.Value.Result!)
            .WithArguments(["--kubeconfig", kubeconfig, "--cache-dir", cache, .. arguments])
            .WithValidation(CommandResultValidation.None);
    }

    private static async Task<string?> FindAsync()
    {
        var name = Environment.GetEnvironmentVariable("DEBUGDECK_TEST_KUBECTL") is { Length: > 0 } named ? named : "kubectl";
        try
        {
            var result = await Cli.Wrap(name).WithArguments(["version", "--client", "-o", "json"]).ExecuteBufferedAsync();
            var minor = JsonNode.Parse(result.StandardOutput)!["clientVersion"]!["minor"]!.ToString().TrimEnd('+');
            return int.Parse(minor, System.Globalization.CultureInfo.InvariantCulture) >= 30 ? name : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
