using System.Text.Json.Nodes;
using CliWrap;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Kubectl;

/// <summary>What real kubectl shows of the cluster.</summary>
public sealed class ReadingTests
{
    [Fact]
    public async Task Get_pods_prints_the_table_of_the_server()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("get", "pods");

        Assert.Equal(("", 0), (result.StandardError, result.ExitCode));
        Assert.Matches(@"NAME +READY +STATUS +RESTARTS +AGE\n", result.StandardOutput);
        Assert.Matches(@"bad-image +0/1 +ImagePullBackOff +0 +\S+\n", result.StandardOutput);
        Assert.Matches(@"init-wait +0/1 +Init:0/1 +0 +\S+\n", result.StandardOutput);
    }

    [Fact]
    public async Task Get_all_namespaces_and_wide_add_columns()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("get", "pods", "-A", "-o", "wide");

        Assert.Equal(("", 0), (result.StandardError, result.ExitCode));
        Assert.Matches(@"NAMESPACE +NAME +READY +STATUS +RESTARTS +AGE +IP +NODE +NOMINATED NODE +READINESS GATES\n", result.StandardOutput);
        Assert.Matches(@"locked +vault-\S+ +1/1 +Running", result.StandardOutput);
    }

    [Fact]
    public async Task Get_prints_json_jsonpath_and_names()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var json = await kubectl.RunAsync("get", "pod", "multi", "-o", "json");
        var path = await kubectl.RunAsync("get", "pods", "-o", "jsonpath={.items[*].metadata.name}");
        var names = await kubectl.RunAsync("get", "deploy,ns,nodes", "-o", "name");

        Assert.Equal("multi", JsonNode.Parse(json.StandardOutput)!["metadata"]!["name"]!.ToString());
        Assert.Contains("multi", path.StandardOutput.Split(' '));
        Assert.Contains("deployment.apps/checkout\n", names.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("namespace/locked\n", names.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("node/bed\n", names.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-l", "app=checkout", 2)]
    [InlineData("-l", "app in (checkout, multi)", 3)]
    [InlineData("-l", "app=checkout,tier!=web", 0)]
    [InlineData("-l", "tier", 2)]
    [InlineData("--field-selector", "status.phase=Succeeded", 1)]
    [InlineData("--field-selector", "metadata.name=multi,status.phase!=Pending", 1)]
    [InlineData("--field-selector", "spec.nodeName=", 1)]
    public async Task Selectors_choose(string flag, string selector, int expected)
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("get", "pods", flag, selector, "-o", "name");

        Assert.Equal(("", 0), (result.StandardError, result.ExitCode));
        Assert.Equal(expected, result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Get_in_chunks_shows_everything_once()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("get", "pods", "-A", "-o", "name", "--chunk-size=5");

        var names = result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(host.Cluster.State.List("pods").Count, names.Length);
    }

    [Fact]
    public async Task Get_watch_follows_changes()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var seen = new TaskCompletionSource();
        var lines = new List<string>();
        void Take(string line)
        {
            lock (lines)
                lines.Add(line);
            if (line.StartsWith("multi", StringComparison.Ordinal) && line.Contains("Evicted", StringComparison.Ordinal))
                seen.TrySetResult();
            if (line.StartsWith("unschedulable", StringComparison.Ordinal))
                host.Cluster.State.Update(ObjectKey.Pod("shop", "multi"), pod => pod["status"] = new JsonObject { ["phase"] = "Failed", ["reason"] = "Evicted" });
        }

        var watching = (kubectl.Command("admin", "get", "pods", "-w") | PipeTarget.ToDelegate(Take)).ExecuteAsync(stop.Token);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await watching);
    }

    [Fact]
    public async Task Describe_shows_the_pod_and_its_events()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("describe", "pod", "alpine-like");

        Assert.Equal(("", 0), (result.StandardError, result.ExitCode));
        Assert.Contains("Controlled By", (await kubectl.RunAsync("describe", "pod", "payments-845657dd4-tc8kh")).StandardOutput, StringComparison.Ordinal);
        Assert.Matches(@"Normal +Scheduled .* Successfully assigned shop/alpine-like to bed", result.StandardOutput);
    }

    [Fact]
    public async Task Events_deployments_and_nodes_have_their_columns()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        Assert.Matches(@"LAST SEEN +TYPE +REASON +OBJECT +MESSAGE\n", (await kubectl.RunAsync("get", "events")).StandardOutput);
        Assert.Matches(@"checkout +2/2 +2 +2 +\S+\n", (await kubectl.RunAsync("get", "deploy")).StandardOutput);
        Assert.Matches(@"bed +Ready +<none> +\S+ +v1\.36", (await kubectl.RunAsync("get", "nodes")).StandardOutput);
    }

    [Fact]
    public async Task Version_names_the_practice_cluster()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("version");

        Assert.Contains("Server Version: v1.36.2+debugdeck-practice", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("get", "pod", "nope");

        Assert.Equal(("Error from server (NotFound): pods \"nope\" not found\n", 1), (result.StandardError, result.ExitCode));
    }
}
