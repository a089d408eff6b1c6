using DebugDeck.Practice.Tests.Support;
using DebugDeck.Practice.Worlds;

namespace DebugDeck.Practice.Tests.Kubectl;

/// <summary>The built-in world, through the API and real kubectl.</summary>
public sealed class BuiltinWorldKubectlTests
{
    [Fact]
    public async Task Pods_are_listed_read_and_entered()
    {
        await using var host = await PracticeHost.StartAsync(world: World.LoadBuiltin());
        var kubectl = await KubectlCommand.RequireAsync(host);

        var list = await kubectl.RunAsync("get", "pods", "-n", "shop");
        var log = await kubectl.RunAsync("logs", "-n", "shop", "deploy/checkout", "--tail=1");
        var shell = await kubectl.RunAsync("exec", "-n", "shop", "multi", "-c", "sidecar", "--", "sh", "-c", "id -u; exit 7");
        var none = await kubectl.RunAsync("exec", "-n", "shop", "deploy/checkout", "--", "sh");

        Assert.Contains("CreateContainerConfigError", list.StandardOutput, StringComparison.Ordinal);
        Assert.NotEmpty(log.StandardOutput);
        Assert.Equal(("0\n", 7), (shell.StandardOutput, shell.ExitCode));
        Assert.Contains("exec: \"sh\": executable file not found in $PATH", none.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_debug_container_reads_what_its_target_holds()
    {
        await using var host = await PracticeHost.StartAsync(world: World.LoadBuiltin());
        var kubectl = await KubectlCommand.RequireAsync(host);
        var pod = (await kubectl.RunAsync("get", "pods", "-n", "shop", "-l", "app=checkout", "-o", "jsonpath={.items[0].metadata.name}")).StandardOutput;

        var debug = await kubectl.RunAsync(
            "debug", "-n", "shop", pod, "--image=busybox:1.36", "--target=app", "--profile=general", "-c", "look", "-i", "--", "sh", "-c", "sleep 2; cat /proc/1/root/app/config.yaml");

        Assert.Contains("payments: http://payments.shop", debug.StandardOutput, StringComparison.Ordinal);
    }
}
