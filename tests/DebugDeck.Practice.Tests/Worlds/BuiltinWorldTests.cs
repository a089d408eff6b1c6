using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Tests.Worlds;

/// <summary>The world that comes with the program.</summary>
public sealed class BuiltinWorldTests(RunningWorld world) : IClassFixture<RunningWorld>
{
    [Fact]
    public void It_has_at_least_twenty_workloads_over_three_kinds_of_namespace()
    {
        var pods = world.Store.List("pods");

        var workloads = pods.Select(pod => ((string)pod["metadata"]!["namespace"]!, (string?)pod["metadata"]!["labels"]!["app"])).Distinct().ToList();

        Assert.True(workloads.Count >= 20, $"only {workloads.Count}");
        Assert.Superset(new HashSet<string> { "shop", "base", "locked", "kube-system" }, workloads.Select(workload => workload.Item1).ToHashSet());
    }

    [Theory]
    [InlineData("checkout", "running", null)]
    [InlineData("bad-config", "waiting", "CreateContainerConfigError")]
    [InlineData("never-pull", "waiting", "ErrImageNeverPull")]
    public void Containers_are_in_the_state_that_their_workload_teaches(string workload, string state, string? reason)
    {
        var status = world.Status("shop", world.PodOf("shop", workload), "app");

        Assert.Equal(reason, (string?)status["state"]![state]!["reason"]);
    }

    [Theory]
    [InlineData("deployments", "checkout", "readyReplicas", 2)]
    [InlineData("deployments", "checkout", "availableReplicas", 2)]
    [InlineData("daemonsets", "edge", "numberReady", 1)]
    [InlineData("jobs", "report", "succeeded", 1)]
    public void What_owns_pods_counts_them(string resource, string name, string field, int count) =>
        Assert.Equal(count, (int?)world.Store.Find(new ObjectKey(resource, "shop", name))!["status"]![field]);

    [Fact]
    public async Task An_image_that_cannot_be_pulled_goes_from_error_to_back_off()
    {
        var status = await world.UntilAsync("shop", "bad-image", "app", found => (string?)found["state"]?["waiting"]?["reason"] == "ImagePullBackOff");

        Assert.Equal(
            "Back-off pulling image \"registry.invalid/team/app:v9\": ErrImagePull: failed to pull and unpack image \"registry.invalid/team/app:v9\": failed to resolve image: failed to do request: "
            + "Head \"https://registry.invalid/v2/team/app/manifests/v9\": dial tcp: lookup registry.invalid on 10.255.255.53:53: no such host",
            (string?)status["state"]!["waiting"]!["message"]);
    }

    [Fact]
    public async Task A_crash_loop_backs_off_and_keeps_the_log_of_the_run_before()
    {
        var pod = world.PodOf("shop", "crash-loop");

        var status = await world.UntilAsync("shop", pod, "app", found => (string?)found["state"]?["waiting"]?["reason"] == "CrashLoopBackOff");

        Assert.StartsWith("back-off 10s restarting failed container=app pod=" + pod, (string?)status["state"]!["waiting"]!["message"], StringComparison.Ordinal);
        Assert.Equal(2, (int)status["lastState"]!["terminated"]!["exitCode"]!);
        var lines = world.World.Runtime.ReadLogsAsync(new("shop", pod, "app"), new LogQuery(Previous: true), TestContext.Current.CancellationToken);
        Assert.Contains(await lines.ToListAsync(TestContext.Current.CancellationToken), line => line.Text.StartsWith("panic:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_memory_hog_is_killed_for_it()
    {
        var status = await world.UntilAsync("shop", "out-of-memory", "app", found => found["lastState"]?["terminated"] is not null);

        Assert.Equal(("OOMKilled", 137), ((string?)status["lastState"]!["terminated"]!["reason"], (int)status["lastState"]!["terminated"]!["exitCode"]!));
    }

    [Theory]
    [InlineData("sh", "exec: \"sh\": executable file not found in $PATH")]
    [InlineData("/bin/sh", "exec: \"/bin/sh\": stat /bin/sh: no such file or directory")]
    [InlineData("/app/config.yaml", "exec: \"/app/config.yaml\": permission denied")]
    public async Task A_shell_that_is_not_there_is_told_as_the_runtime_tells_it(string program, string expected)
    {
        var key = new ContainerKey("shop", world.PodOf("shop", "checkout"), "app");

        var error = await Assert.ThrowsAsync<ExecFailedException>(() =>
            world.World.Runtime.ExecAsync(key, new ExecRequest([program], Tty: false, Stdin: false), new TestStreams(null), TestContext.Current.CancellationToken));

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public async Task Logs_go_on_and_can_be_asked_for_by_their_end()
    {
        var key = new ContainerKey("shop", world.PodOf("shop", "dns-go"), "app");

        var lines = world.World.Runtime.ReadLogsAsync(key, new LogQuery(Follow: true), TestContext.Current.CancellationToken);
        var first = await lines.FirstAsync(TestContext.Current.CancellationToken);

        Assert.Contains("no such host", first.Text, StringComparison.Ordinal);
    }
}
